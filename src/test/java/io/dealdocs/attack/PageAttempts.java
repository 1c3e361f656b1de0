package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Drives a page of Ada's from somewhere else than her own browser, or a page of one's own where it must not go. */
final class PageAttempts {

    private static final Map<String, Object> CLICK = Page.click();

    private PageAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(driving(), tabs(), sites(), pushing(), calls(), tokens())
                .flatMap(it -> it);
    }

    // What a person's own browser is told is watched as well: no token of Pipedrive's, no link that is as good as a
    // file.
    private static Stream<Attempt> tokens() {
        return Stream.of(
                        Fault.RAW_TOKEN_IN_BROWSER.attempt("Ada's own panel", PageAttempts::adasPanel),
                        Fault.RAW_TOKEN_IN_BROWSER.attempt(
                                "Ada's own window for new documents",
                                (scene, client) -> client.page("/create?resource=deal&selectedIds=2&token="
                                                + scene.panelToken(Scene.ADA))
                                        .first("create-document")),
                        Fault.RAW_TOKEN_IN_BROWSER.attempt(
                                "Ada's own settings",
                                (scene, client) -> client.page("/settings?token=" + scene.panelToken(Scene.ADA))
                                        .first("save-settings")))
                .map(attempt -> attempt.by(Suspect.VICTIM));
    }

    private static Stream<Attempt> driving() {
        return Stream.of(
                drives("with the cookie of Gus", (scene, client, adas) -> {
                    client.page("/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.GUS))
                            .first(scene.booty().globexName());
                    return adas.post(client, adas.ui(), adas.key(), CLICK);
                }),
                drives("without a cookie", (scene, client, adas) -> adas.post(client, adas.ui(), adas.key(), CLICK)),
                drives("with a cookie that nobody has", (scene, client, adas) -> {
                    client.cookies().put("JSESSIONID", "0".repeat(32));
                    return adas.post(client, adas.ui(), adas.key(), CLICK);
                }),
                drives("with her cookie and no key", (scene, client, adas) -> {
                    client.cookies().putAll(adas.client().cookies());
                    return adas.post(client, adas.ui(), "", CLICK);
                }),
                drives("with her cookie and a made-up key", (scene, client, adas) -> {
                    client.cookies().putAll(adas.client().cookies());
                    return adas.post(client, adas.ui(), "00000000-0000-4000-8000-000000000000", CLICK);
                }));
    }

    /** Sends something as if it came from Ada's page. */
    @FunctionalInterface
    private interface Drive {
        Answer send(Scene scene, Client client, Page adas) throws Exception;
    }

    private static Attempt drives(String how, Drive drive) {
        return Fault.FOREIGN_PAGE
                .attempt("a message for Ada's page " + how, (scene, client) -> {
                    try (Client ada = new Client(scene)) {
                        Page adas = adasPanel(scene, ada);
                        Answer answer = drive.send(scene, client, adas);
                        assertThat(answer.text()).doesNotContain("\"changes\":[{", "\"execute\":[[");
                        // Her page goes on.
                        adas.send();
                    }
                })
                .by(Suspect.STRANGER_BESIDE_ADA)
                .after((scene, client) -> {
                    Page page = adasPanel(scene, client);
                    assertThat(page.post(client, page.ui(), page.key(), CLICK).status())
                            .isEqualTo(200);
                });
    }

    static Page adasPanel(Scene scene, Client client) {
        Page page = client.page("/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.ADA));
        page.first(scene.booty().secretName());
        return page;
    }

    private static Stream<Attempt> tabs() {
        return Stream.of(
                Fault.AMBIENT_IDENTITY
                        .attempt("Gus's tab in Ada's browser lists her deal", (scene, client) -> {
                            Client shared = client.another();
                            try (Client ada = new Client(scene)) {
                                adasPanel(scene, ada);
                                shared.cookies().putAll(ada.cookies());
                                Page guss = shared.page(
                                        "/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.GUS));
                                guss.first(scene.booty().globexName());
                                assertThat(guss.shows("canary")).isFalse();
                            }
                        })
                        .by(Suspect.STRANGER_BESIDE_ADA),
                Fault.FOREIGN_PAGE
                        .attempt("Gus's tab speaks for Ada's in one browser", (scene, client) -> {
                            try (Client ada = new Client(scene)) {
                                Page adas = adasPanel(scene, ada);
                                client.cookies().putAll(ada.cookies());
                                Page guss = client.page(
                                        "/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.GUS));
                                guss.first(scene.booty().globexName());
                                assertThat(guss.ui()).isNotEqualTo(adas.ui());
                                Answer answer = guss.post(client, adas.ui(), guss.key(), CLICK);
                                assertThat(answer.text()).doesNotContain("\"changes\":[{");
                            }
                        })
                        .by(Suspect.STRANGER_BESIDE_ADA),
                Fault.FOREIGN_PAGE.attempt("Gus counts through the pages of his session", (scene, client) -> {
                    Page page = client.page("/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.GUS));
                    page.first(scene.booty().globexName());
                    for (int ui = 0; ui < 20; ui++) {
                        if (ui != page.ui()) {
                            page.post(client, ui, page.key(), CLICK);
                            client.get("/?v-r=heartbeat&v-uiId=" + ui);
                        }
                    }
                }));
    }

    private static Stream<Attempt> sites() {
        return Stream.concat(
                Stream.of(
                                "/panel",
                                "/settings",
                                "/",
                                "/?v-r=init&location=panel&query=",
                                "/docs/content/x",
                                "/downloads/x")
                        .map(path -> Fault.CROSS_SITE_REQUEST.attempt("evil.example reads " + path, (scene, client) -> {
                            for (String origin : List.of("https://evil.example", "null")) {
                                Answer answer = client.get(path, "Origin", origin);
                                assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
                            }
                        })),
                Stream.of(
                        Fault.CROSS_SITE_REQUEST.attempt("evil.example asks whether it may", (scene, client) -> {
                            Answer answer = client.send(
                                    "OPTIONS",
                                    "/?v-r=uidl&v-uiId=0",
                                    "",
                                    "Origin",
                                    "https://evil.example",
                                    "Access-Control-Request-Method",
                                    "POST",
                                    "Access-Control-Request-Headers",
                                    "content-type");
                            assertThat(answer.headers().map().keySet())
                                    .noneMatch(it -> it.startsWith("access-control"));
                        }),
                        Fault.CROSS_SITE_REQUEST.attempt("a form of evil.example signs people out", (scene, client) -> {
                            SignInAttempts.signIn(scene, client, "");
                            client.send(
                                    "POST",
                                    "/logout",
                                    "",
                                    "Origin",
                                    "https://evil.example",
                                    "Content-Type",
                                    "application/x-www-form-urlencoded");
                            client.page("/settings").first("save-settings");
                        })));
    }

    private static Stream<Attempt> pushing() {
        return Stream.of(
                pushes("without a cookie", false, true),
                pushes("with Gus's cookie", true, true),
                pushes("with Gus's cookie and a made-up id", true, false));
    }

    private static Attempt pushes(String how, boolean withCookie, boolean withId) {
        return Fault.FOREIGN_PAGE
                .attempt("a push connection to Ada's page " + how, (scene, client) -> {
                    try (Client ada = new Client(scene)) {
                        Page adas = adasPanel(scene, ada);
                        if (withCookie) {
                            client.page("/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.GUS))
                                    .first(scene.booty().globexName());
                        }
                        listen(scene, client, adas, withId ? adas.pushId() : "x");
                        adas.send();
                    }
                })
                .by(Suspect.STRANGER_BESIDE_ADA);
    }

    // A connection that is refused at once is as good as one that says nothing of Ada's.
    private static void listen(Scene scene, Client client, Page adas, String id) throws InterruptedException {
        String where = scene.app().replace("http:", "ws:") + "/VAADIN/push?v-r=push&v-uiId=" + adas.ui() + "&v-pushId="
                + id + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Transport=websocket";
        WebSocket.Builder socket = HttpClient.newHttpClient().newWebSocketBuilder();
        String cookie = client.cookies().getOrDefault("JSESSIONID", "");
        if (!cookie.isEmpty()) {
            socket.header("Cookie", "JSESSIONID=" + cookie);
        }
        try {
            WebSocket open = socket.buildAsync(URI.create(where), new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onText(WebSocket it, CharSequence text, boolean last) {
                            client.note(text.toString());
                            it.request(1);
                            return java.util.concurrent.CompletableFuture.completedStage(null);
                        }
                    })
                    .join();
            Thread.sleep(300);
            open.abort();
        } catch (CompletionException refused) {
            client.note("refused");
        }
    }

    private static Stream<Attempt> calls() {
        return Stream.of(
                calls(
                        "a method that is not offered",
                        page -> Map.of(
                                "type",
                                "publishedEventHandler",
                                "node",
                                1,
                                "templateEventMethodName",
                                "getInternals",
                                "templateEventMethodArgs",
                                List.of(),
                                "promise",
                                -1)),
                calls(
                        "a channel that was not opened",
                        page -> Map.of("type", "channel", "node", 1, "channel", 999, "args", List.of("1"))),
                calls(
                        "an element that is not there",
                        page -> Map.of("type", "event", "node", 999_999, "event", "click", "data", Map.of())),
                calls("a message of a kind that is not there", page -> Map.of("type", "evil", "node", 1)),
                calls(
                        "a property that is the server's",
                        page -> Map.of(
                                "type",
                                "mSync",
                                "node",
                                1,
                                "feature",
                                1,
                                "property",
                                "innerHTML",
                                "value",
                                "<b>x</b>")),
                calls(
                        "a line that is not in the list",
                        page -> Map.of("type", "channel", "node", 1, "channel", 0, "args", List.of("4711"))));
    }

    private static Attempt calls(String what, java.util.function.Function<Page, Map<String, ?>> message) {
        return Fault.FORGED_REFERENCE.attempt("Gus's page calls " + what, (scene, client) -> {
            Page page = client.page("/panel?resource=deal&selectedIds=2&token=" + scene.panelToken(Scene.GUS));
            page.first(scene.booty().globexName());
            Answer answer = page.post(client, page.ui(), page.key(), message.apply(page));
            assertThat(answer.text()).doesNotContain("Exception", "io.dealdocs.", "com.vaadin.flow.server");
        });
    }
}
