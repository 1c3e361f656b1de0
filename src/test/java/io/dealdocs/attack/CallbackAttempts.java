package io.dealdocs.attack;

import static io.dealdocs.attack.ContentAttempts.adas;
import static io.dealdocs.attack.ContentAttempts.asking;
import static io.dealdocs.attack.ContentAttempts.gusses;
import static io.dealdocs.attack.ContentAttempts.last;
import static io.dealdocs.attack.Forger.claims;
import static io.dealdocs.attack.Forger.hs256;
import static io.dealdocs.attack.Forger.json;
import static io.dealdocs.attack.Forger.timely;
import static io.dealdocs.attack.Forger.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.access.Capabilities.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes into Ada's document with a message that her Docs server did not send about this session. */
final class CallbackAttempts {

    private CallbackAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(secrets(), algorithms(), purposes(), addresses(), methods())
                .flatMap(it -> it);
    }

    /** Says that Ada's session is over and where the result lies. */
    static Map<String, Object> save(Scene scene) {
        return timely(claims(
                "key",
                adas(scene).key(),
                "status",
                2,
                "url",
                scene.acmeDocs().origin() + "/cache/files/data/x/output.docx",
                "filetype",
                "docx",
                "users",
                List.of(adas(scene).user())));
    }

    private static Stream<Attempt> secrets() {
        return Stream.of(
                forged(
                        Fault.FOREIGN_SECRET,
                        "signed by Globex's Docs server",
                        scene -> hs256(save(scene), scene.globexDocs().secret())),
                forged(
                        Fault.FOREIGN_SECRET,
                        "signed by the operator's Docs server",
                        scene -> hs256(save(scene), scene.operatorsDocs().secret())),
                forged(
                        Fault.KEY_CONFUSION,
                        "signed with the app's secret",
                        scene -> hs256(save(scene), scene.pipedrive().app().clientSecret())),
                forged(
                        Fault.KEY_CONFUSION,
                        "signed with the panels' secret",
                        scene -> hs256(save(scene), scene.pipedrive().app().extensionSecret())),
                forged(Fault.KEY_CONFUSION, "signed with nothing", scene -> hs256(save(scene), "")),
                forged(Fault.CONTENT_WITHOUT_PROOF, "with an empty token", scene -> ""),
                forged(
                        Fault.EXPIRY_IGNORED,
                        "of an hour ago",
                        scene -> hs256(
                                with(save(scene), "exp", Instant.now().getEpochSecond() - 3600), Booty.DOCS_SECRET)),
                forged(
                        Fault.EXPIRY_IGNORED,
                        "of tomorrow",
                        scene -> hs256(
                                with(save(scene), "nbf", Instant.now().getEpochSecond() + 86_400), Booty.DOCS_SECRET)));
    }

    private static Stream<Attempt> algorithms() {
        return Stream.of(
                forged(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "that nobody signed",
                        scene -> Forger.unsigned("none", save(scene))),
                forged(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "that NOBODY signed",
                        scene -> Forger.unsigned("NONE", save(scene))),
                forged(Fault.ALGORITHM_OF_THE_TOKEN, "with RS256", scene -> Forger.rs256(save(scene))),
                forged(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "with HS512 and the right secret",
                        scene ->
                                Forger.hmac("{\"alg\":\"HS512\"}", json(save(scene)), "HmacSHA512", Booty.DOCS_SECRET)),
                forged(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "with an extension and the right secret",
                        scene -> Forger.hmac(
                                "{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}",
                                json(save(scene)),
                                "HmacSHA256",
                                Booty.DOCS_SECRET)),
                forged(
                        Fault.UNVERIFIED_CLAIMS,
                        "with other claims under the signature of a config",
                        scene -> Forger.mixed(adas(scene).token(), 1, hs256(save(scene), "x"))));
    }

    private static Stream<Attempt> purposes() {
        return Stream.of(
                forged(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "with the token of Ada's own editor",
                        scene -> adas(scene).token()),
                forged(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "with a token that asks for content",
                        scene -> asking(adas(scene).content(), Booty.DOCS_SECRET)),
                forged(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "with a token made for a command",
                        scene -> hs256(with(save(scene), "c", "forcesave"), Booty.DOCS_SECRET)),
                forged(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "with a token made for a conversion",
                        scene -> hs256(with(save(scene), "outputtype", "docx"), Booty.DOCS_SECRET)),
                forged(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "with a header's token in the body",
                        scene -> hs256(timely(claims("payload", save(scene))), Booty.DOCS_SECRET)),
                inHeader("Ada's editor token", scene -> adas(scene).token()),
                inHeader("a content token", scene -> asking(adas(scene).content(), Booty.DOCS_SECRET)),
                inHeader("a body's token", scene -> hs256(save(scene), Booty.DOCS_SECRET)),
                Fault.HEADER_UNUSED
                        .attempt("a callback whose token comes in another header", (scene, client) -> {
                            String token = hs256(timely(claims("payload", save(scene))), Booty.DOCS_SECRET);
                            Answer answer = client.send(
                                    "POST",
                                    adas(scene).callback(),
                                    json(save(scene)),
                                    "Content-Type",
                                    "application/json",
                                    "Authorization",
                                    "Bearer " + token);
                            assertThat(answer.status()).isEqualTo(403);
                        })
                        .after(CallbackAttempts::adasDocsServerIsHeard));
    }

    private static Attempt inHeader(String what, Function<Scene, String> token) {
        return Fault.TOKEN_OF_ANOTHER_PURPOSE
                .attempt("a callback with " + what + " in its header", (scene, client) -> {
                    Answer answer = client.send(
                            "POST",
                            adas(scene).callback(),
                            json(save(scene)),
                            "Content-Type",
                            "application/json",
                            Scene.ACME_HEADER,
                            "Bearer " + token.apply(scene));
                    assertThat(answer.status()).isEqualTo(403);
                })
                .after(CallbackAttempts::adasDocsServerIsHeard);
    }

    private static Stream<Attempt> addresses() {
        return Stream.of(
                nowhere(
                        Fault.CAPABILITY_OF_ANOTHER_PURPOSE,
                        "a content's",
                        scene -> last(adas(scene).content())),
                nowhere(
                        Fault.CAPABILITY_OF_ANOTHER_PURPOSE,
                        "a download's about Ada's session",
                        scene -> scene.capabilities()
                                .issue(
                                        Purpose.DOWNLOAD,
                                        Map.of(
                                                "sid",
                                                Forger.claim(last(adas(scene).callback()), "sid")),
                                        Optional.empty())),
                nowhere(
                        Fault.CAPABILITY_TAMPERED,
                        "Gus's with Ada's session",
                        scene -> Forger.tampered(
                                last(gusses(scene).callback()),
                                "sid",
                                Forger.claim(last(adas(scene).callback()), "sid"))),
                nowhere(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "one that nobody signed",
                        scene -> Forger.unsigned(
                                "none", Forger.read(last(adas(scene).callback())))),
                nowhere(
                        Fault.KEY_CONFUSION,
                        "one signed with a secret of Docs",
                        scene -> hs256(Forger.read(last(adas(scene).callback())), Booty.DOCS_SECRET)),
                nowhere(
                        Fault.FORGED_REFERENCE,
                        "the session's id",
                        scene -> Forger.claim(last(adas(scene).callback()), "sid")),
                nowhere(Fault.FORGED_REFERENCE, "the key", scene -> adas(scene).key()));
    }

    private static Attempt nowhere(Fault fault, String what, Function<Scene, String> capability) {
        return fault.attempt("a callback at the address: " + what, (scene, client) -> {
                    Map<String, Object> about = save(scene);
                    String address = scene.app() + "/docs/callback/" + capability.apply(scene);
                    assertThat(post(client, address, about, hs256(about, Booty.DOCS_SECRET))
                                    .status())
                            .isEqualTo(404);
                })
                .after(CallbackAttempts::adasDocsServerIsHeard);
    }

    private static Stream<Attempt> methods() {
        return Stream.of("GET", "HEAD", "PUT", "DELETE", "PATCH")
                .map(method -> Fault.VERB_CONFUSION.attempt("a callback by " + method, (scene, client) -> {
                    Map<String, Object> about = save(scene);
                    String body = json(with(about, "token", hs256(about, Booty.DOCS_SECRET)));
                    assertThat(client.send(method, adas(scene).callback(), body).status())
                            .isEqualTo(405);
                }));
    }

    private static Attempt forged(Fault fault, String what, Function<Scene, String> token) {
        return fault.attempt("a callback " + what, (scene, client) -> {
                    Answer answer = post(client, adas(scene).callback(), save(scene), token.apply(scene));
                    assertThat(answer.status()).isEqualTo(403);
                })
                .after(CallbackAttempts::adasDocsServerIsHeard);
    }

    /** The same words in the right voice: everybody has left, and nothing has changed. */
    static void adasDocsServerIsHeard(Scene scene, Client client) {
        Map<String, Object> leaving = timely(claims("key", adas(scene).key(), "status", 4));
        Answer answer = post(client, adas(scene).callback(), leaving, hs256(leaving, Booty.DOCS_SECRET));
        assertThat(answer.text()).isEqualTo("{\"error\":0}");
    }

    static String gussesSecret(Scene scene) {
        return scene.globexDocs().secret();
    }

    static Answer post(Client client, String address, Map<String, ?> body, String token) {
        return client.send("POST", address, json(with(body, "token", token)), "Content-Type", "application/json");
    }
}
