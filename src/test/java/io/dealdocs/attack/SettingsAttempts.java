package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes settings without being an admin, reads what was stored, or makes our server call what it must not. */
final class SettingsAttempts {

    private SettingsAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(addresses(), headers(), answers(), people(), pages()).flatMap(it -> it);
    }

    private static Stream<Attempt> addresses() {
        return Stream.of(
                        "http://gus:secret@127.0.0.1:{lure}",
                        "http://127.0.0.1:{lure}@evil.example",
                        "http://127.0.0.1:{lure}/?x=",
                        "http://127.0.0.1:{lure}/#x",
                        "http://127.0.0.1:{lure}\\@evil.example",
                        "http://127.0.0.1:{lure}/x\r\nX-Evil: 1",
                        "http://127.0.0.1:{lure} /x",
                        "http://127.0.0.1\t:{lure}",
                        "//127.0.0.1:{lure}",
                        "127.0.0.1:{lure}",
                        "ftp://127.0.0.1:{lure}",
                        "gopher://127.0.0.1:{lure}",
                        "file:///etc/hostname",
                        "jar:http://127.0.0.1:{lure}!/",
                        "javascript:alert(1)",
                        "http://127.0.0.1:99999",
                        "http://[::1",
                        "http://")
                .map(address -> Fault.ADDRESS_UNCHECKED
                        .attempt("a Docs server at " + address.replaceAll("\\p{Cntrl}", "|"), (scene, client) -> {
                            try (Lure lure = Lure.treasure()) {
                                requireRefused(scene, address.replace("{lure}", "" + lure.port()), "Authorization");
                                assertThat(lure.asked()).isEmpty();
                            }
                        })
                        .after(SettingsAttempts::gusMaySave));
    }

    private static Stream<Attempt> headers() {
        return Stream.of(
                        "X-Proof\r\nX-Evil: 1",
                        "X Proof",
                        "X-Proof:",
                        "Host",
                        "cookie",
                        "Content-Length",
                        "Transfer-Encoding",
                        "X-Pröof",
                        ":authority",
                        "x".repeat(100))
                .map(header -> Fault.HEADER_IN_TEXT
                        .attempt("a JWT header named " + header.replaceAll("\\p{Cntrl}", "|"), (scene, client) -> {
                            long before = checks(scene);
                            requireRefused(scene, scene.globexDocs().origin(), header);
                            assertThat(checks(scene)).isEqualTo(before);
                        })
                        .after(SettingsAttempts::gusMaySave));
    }

    /** How often settings were checked at Gus's Docs server; other work asks it other things meanwhile. */
    static long checks(Scene scene) {
        return scene.globexDocs().requests().stream()
                .filter(request -> request.body().contains("\"version\""))
                .count();
    }

    private static Stream<Attempt> answers() {
        return Stream.of(
                answering(Fault.REDIRECT_FOLLOWED, "that leads elsewhere", Lure::redirecting),
                answering(Fault.ADDRESS_UNCHECKED, "that is a neighbour", inside -> Lure.treasure()),
                answering(
                        Fault.HALF_CHECKED_WRITE,
                        "that takes any secret",
                        inside -> new Lure(exchange -> Lure.text(exchange, 200, "{\"error\":0,\"version\":\"9\"}"))),
                answering(
                        Fault.HALF_CHECKED_WRITE,
                        "that answers an error",
                        inside -> new Lure(exchange -> Lure.text(exchange, 200, "{\"error\":6}"))),
                answering(
                        Fault.UNBOUNDED_BODY,
                        "that answers 20 MB",
                        inside -> new Lure(exchange -> Lure.text(exchange, 200, "[".repeat(20 << 20)))),
                Fault.HALF_CHECKED_WRITE.attempt("a secret that the Docs server does not know", (scene, client) -> {
                    DocsSettings before = scene.settings().of(Scene.GUS.company());
                    SaveOutcome outcome = scene.settings()
                            .save(Scene.GUS, wanted(scene, scene.globexDocs().origin(), "Authorization", "wrong"));
                    assertThat(outcome).isInstanceOf(SaveOutcome.Refused.class);
                    assertThat(scene.settings().of(Scene.GUS.company())).isEqualTo(before);
                }),
                Fault.OUT_OF_ORDER.attempt("settings of somebody who saw older ones", (scene, client) -> {
                    NewDocsSettings old = new NewDocsSettings(
                            scene.globexDocs().origin(),
                            Optional.empty(),
                            "Authorization",
                            DocsSettings.CoEditing.FAST,
                            scene.settings().of(Scene.GUS.company()).version() - 1);
                    assertThat(scene.settings().save(Scene.GUS, old)).isInstanceOf(SaveOutcome.Refused.class);
                }));
    }

    private static Attempt answering(Fault fault, String what, java.util.function.Function<String, Lure> server) {
        return fault.attempt("a Docs server " + what, (scene, client) -> {
            try (Lure inside = Lure.treasure();
                    Lure docs = server.apply(inside.origin())) {
                requireRefused(scene, docs.origin(), "Authorization");
                assertThat(docs.asked()).isNotEmpty();
                assertThat(inside.asked()).isEmpty();
            }
        });
    }

    private static void requireRefused(Scene scene, String address, String header) {
        DocsSettings before = scene.settings().of(Scene.GUS.company());
        assertThat(scene.settings()
                        .save(
                                Scene.GUS,
                                wanted(
                                        scene,
                                        address,
                                        header,
                                        scene.globexDocs().secret())))
                .isInstanceOf(SaveOutcome.Refused.class);
        assertThat(scene.settings().of(Scene.GUS.company())).isEqualTo(before);
    }

    private static NewDocsSettings wanted(Scene scene, String address, String header, String secret) {
        return new NewDocsSettings(
                address,
                Optional.of(secret),
                header,
                DocsSettings.CoEditing.FAST,
                scene.settings().of(Scene.GUS.company()).version());
    }

    private static void gusMaySave(Scene scene, Client client) {
        scene.use(Scene.GUS, scene.globexDocs());
    }

    private static Stream<Attempt> people() {
        return Stream.of(
                savesNothing(Fault.FAIL_OPEN_ADMIN, "Ben", Scene.BEN, Suspect.COLLEAGUE, scene -> {}),
                savesNothing(Fault.FAIL_OPEN_ADMIN, "Gina", Scene.GINA, Suspect.STRANGER, scene -> {}),
                savesNothing(
                        Fault.FAIL_OPEN_ADMIN,
                        "Gus, while Pipedrive does not tell who he is",
                        Scene.GUS,
                        Suspect.STRANGER,
                        scene -> scene.pipedrive().faults().failNext("GET /users/me", 500, 10)),
                savesNothing(
                        Fault.FAIL_OPEN_ADMIN,
                        "Gus, while Pipedrive forbids to ask",
                        Scene.GUS,
                        Suspect.STRANGER,
                        scene -> scene.pipedrive().faults().failNext("GET /users/me", 403, 10)));
    }

    private static Attempt savesNothing(
            Fault fault, String who, MemberId member, Suspect suspect, java.util.function.Consumer<Scene> trouble) {
        return fault.attempt("settings by " + who, (scene, client) -> {
                    DocsSandbox docs = member.equals(Scene.BEN) ? scene.acmeDocs() : scene.globexDocs();
                    DocsSettings before = scene.settings().of(member.company());
                    NewDocsSettings wanted = new NewDocsSettings(
                            docs.origin(),
                            Optional.of(docs.secret()),
                            docs.options().header(),
                            DocsSettings.CoEditing.STRICT,
                            before.version());
                    trouble.accept(scene);
                    try {
                        assertThatThrownBy(() -> scene.settings().save(member, wanted))
                                .isInstanceOf(Refusal.class);
                    } finally {
                        scene.pipedrive().faults().clear();
                        scene.pipedrive().faults().burst(1_000_000);
                    }
                    assertThat(scene.settings().of(member.company())).isEqualTo(before);
                })
                .by(suspect)
                .after(SettingsAttempts::gusMaySave);
    }

    private static Stream<Attempt> pages() {
        return Stream.of(
                Fault.SECRET_IN_CLEAR
                        .attempt(
                                "Ada's settings page shows her secret",
                                (scene, client) -> client.page("/settings?id=x&token=" + scene.panelToken(Scene.ADA))
                                        .first("save-settings"))
                        .by(Suspect.VICTIM),
                Fault.SECRET_IN_CLEAR
                        .attempt("the settings tell the secret when printed", (scene, client) -> {
                            client.note(scene.settings().of(Scene.ADA.company()).toString());
                            client.note(
                                    wanted(scene, "x", "y", Booty.DOCS_SECRET).toString());
                        })
                        .by(Suspect.VICTIM),
                Fault.FAIL_OPEN_ADMIN
                        .attempt("Gina's settings page has a form", (scene, client) -> {
                            Page page = client.page("/settings?id=x&token=" + scene.panelToken(Scene.GINA));
                            page.first("source", "save-settings");
                            assertThat(page.shows("save-settings")).isFalse();
                            assertThat(page.shows("generate-secret")).isFalse();
                        })
                        .after((scene, client) -> client.page("/settings?id=x&token=" + scene.panelToken(Scene.GUS))
                                .first("save-settings")),
                Fault.FAIL_OPEN_ADMIN.attempt("Gina clicks where an admin's buttons are", (scene, client) -> {
                    DocsSettings before = scene.settings().of(Scene.GUS.company());
                    Page page = client.page("/settings?id=x&token=" + scene.panelToken(Scene.GINA));
                    page.first("source");
                    Object[] clicks = IntStream.range(1, 120)
                            .mapToObj(node -> java.util.Map.of(
                                    "type", "event", "node", node, "event", "click", "data", java.util.Map.of()))
                            .toArray();
                    page.post(client, page.ui(), page.key(), clicks);
                    assertThat(scene.settings().of(Scene.GUS.company())).isEqualTo(before);
                }),
                Fault.SECRET_IN_CLEAR.attempt(
                        "the table of settings holds the secret",
                        (scene, client) -> assertThat(scene.jdbc()
                                        .sql("select encode(secret, 'escape') from docs_settings union all"
                                                + " select encode(secret, 'escape') from editing_session_secret")
                                        .query(String.class)
                                        .list())
                                .isNotEmpty()
                                .noneMatch(kept -> kept.contains("secret"))),
                Fault.SECRET_IN_CLEAR.attempt(
                        "the table of tokens holds tokens",
                        (scene, client) -> assertThat(scene.jdbc()
                                        .sql("select encode(access_token, 'escape') || encode(refresh_token, 'escape')"
                                                + " from member_token")
                                        .query(String.class)
                                        .list())
                                .isNotEmpty()
                                .noneMatch(kept -> kept.contains("v1u:") || kept.contains("54321:"))));
    }
}
