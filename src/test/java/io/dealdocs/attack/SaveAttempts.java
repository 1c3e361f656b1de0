package io.dealdocs.attack;

import static io.dealdocs.attack.CallbackAttempts.gussesSecret;
import static io.dealdocs.attack.CallbackAttempts.post;
import static io.dealdocs.attack.CallbackAttempts.save;
import static io.dealdocs.attack.ContentAttempts.adas;
import static io.dealdocs.attack.ContentAttempts.gusses;
import static io.dealdocs.attack.Forger.claims;
import static io.dealdocs.attack.Forger.hs256;
import static io.dealdocs.attack.Forger.json;
import static io.dealdocs.attack.Forger.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Callbacks that are too large, too slow, malformed, late or doubled, and results of that kind. */
final class SaveAttempts {

    private SaveAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(bodies(), results(), order()).flatMap(it -> it);
    }

    private static Stream<Attempt> bodies() {
        return Stream.of(
                refused(Fault.UNBOUNDED_BODY, "of 33 MB without a length", 413, "", new byte[33 << 20]),
                refused(
                        Fault.UNBOUNDED_BODY,
                        "of nested brackets",
                        403,
                        "",
                        "[".repeat(500_000).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                refused(
                        Fault.UNBOUNDED_BODY,
                        "of nested objects",
                        403,
                        "",
                        "{\"a\":".repeat(200_000).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                refused(Fault.UNBOUNDED_BODY, "that unpacks to 200 MB", 403, "gzip", bomb()),
                refused(Fault.FORGED_REFERENCE, "of nothing", 403, "", new byte[0]),
                refused(Fault.FORGED_REFERENCE, "of zeros", 403, "", new byte[1000]),
                Fault.UNBOUNDED_BODY.attempt("a callback that announces a terabyte", (scene, client) -> {
                    String path = java.net.URI.create(adas(scene).callback()).getPath();
                    String answer = Wire.exchange(
                            scene,
                            client,
                            "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1099511627776\r\n\r\n{");
                    assertThat(Wire.status(answer)).isEqualTo(413);
                }),
                Fault.SLOW_SENDER.attempt("forty callbacks that never end", (scene, client) -> {
                    String path = java.net.URI.create(adas(scene).callback()).getPath();
                    List<Wire> slow = new ArrayList<>();
                    for (int i = 0; i < 40; i++) {
                        Wire wire = client.closing(new Wire(scene.app()));
                        wire.say("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{");
                        slow.add(wire);
                    }
                    Thread.sleep(300);
                    UploadAttempts.requireOthersServed(scene, client);
                    assertThat(slow).hasSize(40);
                }),
                claim("a status in words", with(Map.of(), "status", "2"), 403),
                claim("a status that nobody knows", with(Map.of(), "status", 99), 200),
                claim("a key in a list", with(Map.of(), "key", List.of("x")), 403));
    }

    private static Attempt claim(String what, Map<String, Object> wrong, int status) {
        return Fault.FORGED_REFERENCE.attempt("a genuine callback with " + what, (scene, client) -> {
            Map<String, Object> about = save(scene);
            about.putAll(wrong);
            assertThat(post(client, adas(scene).callback(), about, hs256(about, Booty.DOCS_SECRET))
                            .status())
                    .isEqualTo(status);
        });
    }

    private static Attempt refused(Fault fault, String what, int status, String encoding, byte[] body) {
        return fault.attempt("a callback " + what, (scene, client) -> {
                    HttpRequest.Builder request = HttpRequest.newBuilder(
                                    client.address(adas(scene).callback()))
                            .POST(HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new java.io.ByteArrayInputStream(body)));
                    Answer answer =
                            client.send(encoding.isEmpty() ? request : request.header("Content-Encoding", encoding));
                    assertThat(answer.status()).isEqualTo(status);
                })
                .after(CallbackAttempts::adasDocsServerIsHeard);
    }

    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blank = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                gzip.write(blank);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }

    private static Stream<Attempt> results() {
        return Stream.of(
                onOwnServer(Fault.UNBOUNDED_BODY, "that announces a terabyte", exchange -> {
                    exchange.sendResponseHeaders(200, 1L << 40);
                    exchange.getResponseBody().write(1);
                }),
                onOwnServer(Fault.UNBOUNDED_BODY, "shorter than announced", exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write("short".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }),
                onOwnServer(Fault.FORGED_REFERENCE, "of nothing", exchange -> exchange.sendResponseHeaders(200, -1)),
                onOwnServer(Fault.FORGED_REFERENCE, "that is forbidden", exchange -> Lure.text(exchange, 403, "no")),
                Fault.RESULT_FROM_ANYWHERE
                        .attempt("a real result whose history lies elsewhere", (scene, client) -> {
                            try (Lure lure = Lure.treasure()) {
                                ResultAttempts.aRealResultIsTaken(scene, client);
                                Map<String, Object> real = ResultAttempts.forceSaved(scene, realUrl(scene));
                                Map<String, Object> claims =
                                        ResultAttempts.withChanges(real, lure.origin() + "/changes.zip");
                                post(client, gusses(scene).callback(), claims, hs256(claims, gussesSecret(scene)));
                                assertThat(lure.asked()).isEmpty();
                            }
                        })
                        .after(ResultAttempts::aRealResultIsTaken),
                Fault.TOKEN_TO_ANYBODY.attempt("our token to a result's server", (scene, client) -> {
                    try (Lure docs = Lure.treasure()) {
                        ResultAttempts.movedTo(scene, docs.origin(), () -> {
                            Map<String, Object> claims =
                                    ResultAttempts.forceSaved(scene, docs.origin() + "/output.docx");
                            post(client, gusses(scene).callback(), claims, hs256(claims, gussesSecret(scene)));
                        });
                        assertThat(docs.asked()).hasSize(1).allMatch(request -> request.endsWith(" "));
                    }
                }));
    }

    private static String realUrl(Scene scene) {
        return scene.globexDocs()
                .awaitCallback(gusses(scene).key(), 6, Duration.ofSeconds(10))
                .body()
                .path("url")
                .asString();
    }

    private static Attempt onOwnServer(Fault fault, String what, Lure.Reply reply) {
        return fault.attempt("a result " + what, (scene, client) -> {
            try (Lure docs = new Lure(reply)) {
                String before = ResultAttempts.globexVersions(scene);
                ResultAttempts.movedTo(scene, docs.origin(), () -> {
                    Map<String, Object> claims = ResultAttempts.forceSaved(scene, docs.origin() + "/output.docx");
                    Answer answer = post(client, gusses(scene).callback(), claims, hs256(claims, gussesSecret(scene)));
                    // Too large, or to be tried again.
                    assertThat(answer.status()).isIn(413, 503);
                });
                assertThat(ResultAttempts.globexVersions(scene)).isEqualTo(before);
            }
        });
    }

    private static Stream<Attempt> order() {
        return Stream.of(
                Fault.OUT_OF_ORDER
                        .attempt("the same result ten times", (scene, client) -> {
                            Map<String, Object> claims = ResultAttempts.forceSaved(scene, realUrl(scene));
                            String before = ResultAttempts.globexVersions(scene);
                            for (int i = 0; i < 10; i++) {
                                post(client, gusses(scene).callback(), claims, hs256(claims, gussesSecret(scene)));
                            }
                            assertThat(ResultAttempts.globexVersions(scene)).isEqualTo(before);
                        })
                        .after((scene, client) -> {
                            ResultAttempts.aRealResultIsTaken(scene, client);
                            ResultAttempts.aRealResultIsTaken(scene, client);
                        }),
                Fault.OUT_OF_ORDER.attempt("the end of a session that never was", (scene, client) -> {
                    Map<String, Object> about = with(save(scene), "key", "dd000000000000." + "0".repeat(32) + ".1");
                    assertThat(post(client, adas(scene).callback(), about, hs256(about, Booty.DOCS_SECRET))
                                    .status())
                            .isEqualTo(403);
                }),
                Fault.OUT_OF_ORDER.attempt("a result for the key of the next revision", (scene, client) -> {
                    String next = adas(scene).key().replaceFirst("[0-9]+$", "99");
                    Map<String, Object> about = with(save(scene), "key", next);
                    assertThat(post(client, adas(scene).callback(), about, hs256(about, Booty.DOCS_SECRET))
                                    .status())
                            .isEqualTo(403);
                }),
                Fault.CLIENT_MADE_KEY.attempt("a config with a key that the browser chose", (scene, client) -> {
                    Page page = client.page(TicketAttempts.path(scene.booty().globexs()) + "?key=chosen&ticket="
                            + TicketAttempts.ticket(
                                    scene, Scene.GUS, scene.booty().globexs()));
                    page.first("editorConfig");
                    assertThat(page.script(".open(").toString())
                            .contains(gusses(scene).key())
                            .doesNotContain("chosen");
                    assertThat(gusses(scene).key()).matches("[a-z0-9]+\\.[0-9a-f]{32}\\.[0-9]+");
                }),
                Fault.CLIENT_MADE_RIGHTS
                        .attempt("a config with rights that the browser chose", (scene, client) -> {
                            Page page = client.page(TicketAttempts.path(
                                            scene.booty().note()) + "?mode=edit&edit=true&ticket="
                                    + TicketAttempts.ticket(
                                            scene, Scene.ADA, scene.booty().note()));
                            page.first("editorConfig");
                            Map<String, Object> token = Forger.read(
                                    scene.config(Scene.ADA, scene.booty().note())
                                            .token());
                            assertThat(json(token))
                                    .contains("\"mode\":\"view\"")
                                    .doesNotContain("callbackUrl");
                        })
                        .by(Suspect.VICTIM),
                Fault.STORAGE_LINK_IN_BROWSER
                        .attempt("Pipedrive's storage or token in a config", (scene, client) -> {
                            for (Scene.Config config : List.of(
                                    adas(scene),
                                    scene.config(Scene.ADA, scene.booty().note()))) {
                                client.note(config.json().toString());
                                assertThat(config.json().toString())
                                        .doesNotContain(
                                                scene.pipedrive().storage().toString(), "api_token", "/api/v1");
                                assertThat(config.content()).startsWith(scene.app() + "/docs/content/");
                            }
                        })
                        .by(Suspect.VICTIM),
                Fault.CLIENT_MADE_NAME
                        .attempt("a result of another format", (scene, client) -> {
                            Map<String, Object> claims =
                                    with(ResultAttempts.forceSaved(scene, realUrl(scene)), "filetype", "html");
                            post(client, gusses(scene).callback(), claims, hs256(claims, gussesSecret(scene)));
                            assertThat(scene.jdbc()
                                            .sql("select name from document where id = ?")
                                            .param(scene.booty().globexs().value())
                                            .query(String.class)
                                            .single())
                                    .endsWith(".docx");
                        })
                        .after(ResultAttempts::aRealResultIsTaken));
    }
}
