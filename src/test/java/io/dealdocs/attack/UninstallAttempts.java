package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes the app away from Ada, or from whoever the call does not name. */
final class UninstallAttempts {

    private static final String PATH = "/login/oauth2/code/pipedrive";
    private static final String ADA = "{\"company_id\":54321,\"user_id\":1001}";

    private UninstallAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(credentials(), paths(), bodies()).flatMap(it -> it);
    }

    private static Stream<Attempt> credentials() {
        return Stream.of(
                refused("nothing", scene -> ""),
                refused("an empty name and secret", scene -> basic(":")),
                refused("the right id and a wrong secret", scene -> basic(id(scene) + ":wrong")),
                refused("the right id and no secret", scene -> basic(id(scene) + ":")),
                refused(
                        "another id and the right secret",
                        scene -> basic("other:" + scene.pipedrive().app().clientSecret())),
                refused(
                        "id and secret the other way round",
                        scene -> basic(scene.pipedrive().app().clientSecret() + ":" + id(scene))),
                refused(
                        "the panels' secret",
                        scene -> basic(id(scene) + ":" + scene.pipedrive().app().extensionSecret())),
                refused(
                        "the secret as a bearer token",
                        scene -> "Bearer " + scene.pipedrive().app().clientSecret()),
                refused("Ada's panel token", scene -> "Bearer " + scene.panelToken(Scene.ADA)),
                refused(
                        "the right ones with one more letter",
                        scene -> basic(id(scene) + ":" + scene.pipedrive().app().clientSecret() + "x")),
                refused(
                        "the right ones in plain letters",
                        scene -> "Basic " + id(scene) + ":"
                                + scene.pipedrive().app().clientSecret()),
                refused("something that is no base64", scene -> "Basic ====%%%%"),
                Fault.UNINSTALL_BY_ANYBODY.attempt(
                        "uninstall with the cookie of a signed-in admin", (scene, client) -> {
                            SignInAttempts.signIn(scene, client, "");
                            assertThat(client.send("DELETE", PATH, ADA, "Content-Type", "application/json")
                                            .status())
                                    .isEqualTo(401);
                        }));
    }

    private static Stream<Attempt> paths() {
        return Stream.of(
                        PATH + "/",
                        "/" + PATH,
                        PATH.replace("/code", "/./code"),
                        PATH.replace("/code", "/x/../code"),
                        PATH.replace("oauth2", "oauth2;x=1"),
                        PATH.replace("oauth2", "%6fauth2"),
                        PATH.toUpperCase(java.util.Locale.ROOT),
                        PATH + ".json",
                        PATH + "%2f",
                        PATH + "%00")
                .map(path -> Fault.PATH_CONFUSION.attempt("uninstall at " + path, (scene, client) -> {
                    String answer = Wire.exchange(
                            scene,
                            client,
                            "DELETE " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: " + ADA.length() + "\r\nConnection: close\r\n\r\n" + ADA);
                    assertThat(Wire.status(answer)).isIn(400, 401, 403, 404, 405);
                }));
    }

    private static Stream<Attempt> bodies() {
        return Stream.of(
                Fault.VERB_CONFUSION.attempt("uninstall by POST that says it is DELETE", (scene, client) -> {
                    Answer answer = client.send(
                            "POST",
                            PATH + "?_method=DELETE",
                            ADA,
                            "Content-Type",
                            "application/json",
                            "X-HTTP-Method-Override",
                            "DELETE",
                            "Authorization",
                            genuine(scene));
                    assertThat(answer.status()).isNotEqualTo(200);
                }),
                Fault.TENANT_KEY_BY_SUM.attempt("Gina leaves, and Ada with her", (scene, client) -> {
                    Answer answer = uninstall(scene, client, "{\"company_id\":54322,\"user_id\":1000}");
                    scene.connect(Scene.GINA);
                    assertThat(answer.status()).isEqualTo(200);
                }),
                malformed("{\"company_id\":-54321,\"user_id\":1001}"),
                malformed("{\"company_id\":0,\"user_id\":0}"),
                malformed("{\"company_id\":[54321],\"user_id\":{\"$gt\":0}}"),
                malformed("{\"user_id\":1001}"),
                malformed("[" + ADA + "]"),
                malformed("{\"company_id\":99999999999999999999999,\"user_id\":1001}"),
                malformed("[".repeat(100_000)),
                malformed("company_id=54321&user_id=1001"),
                Fault.UNBOUNDED_BODY.attempt("uninstall with a body of a terabyte", (scene, client) -> {
                    String answer = Wire.exchange(
                            scene,
                            client,
                            "DELETE " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 1099511627776\r\n\r\n{");
                    assertThat(Wire.status(answer)).isEqualTo(401);
                }),
                Fault.SLOW_SENDER.attempt("uninstall that is answered only when all is sent", (scene, client) -> {
                    try (Wire wire = new Wire(scene.app())) {
                        wire.say("DELETE " + PATH + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "1\r\n{\r\n");
                        assertThat(Wire.status(wire.hear(Duration.ofMillis(700))))
                                .isEqualTo(401);
                    }
                }));
    }

    private static Attempt malformed(String body) {
        String shown = body.substring(0, Math.min(60, body.length()));
        return Fault.FORGED_REFERENCE.attempt("uninstall of " + shown, (scene, client) -> {
            Answer answer = uninstall(scene, client, body);
            assertThat(answer.status()).isIn(400, 415);
            assertThat(answer.text()).doesNotContain("jackson", "Exception");
        });
    }

    private static Answer uninstall(Scene scene, Client client, String body) {
        return client.send("DELETE", PATH, body, "Content-Type", "application/json", "Authorization", genuine(scene));
    }

    private static Attempt refused(String what, Function<Scene, String> authorization) {
        return Fault.UNINSTALL_BY_ANYBODY
                .attempt("uninstall with " + what, (scene, client) -> {
                    String header = authorization.apply(scene);
                    Answer answer = header.isEmpty()
                            ? client.send("DELETE", PATH, ADA, "Content-Type", "application/json")
                            : client.send(
                                    "DELETE", PATH, ADA, "Content-Type", "application/json", "Authorization", header);
                    assertThat(answer.status()).isEqualTo(401);
                    assertThat(answer.header("location")).isEmpty();
                })
                // Of somebody who never installed: the right credentials are heard, and nothing else happens.
                .after((scene, client) -> assertThat(uninstall(scene, client, "{\"company_id\":4711,\"user_id\":1}")
                                .status())
                        .isEqualTo(200));
    }

    private static String id(Scene scene) {
        return scene.pipedrive().app().clientId();
    }

    private static String genuine(Scene scene) {
        return basic(id(scene) + ":" + scene.pipedrive().app().clientSecret());
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
