package io.dealdocs.attack;

import static io.dealdocs.attack.Forger.claims;
import static io.dealdocs.attack.Forger.hs256;
import static io.dealdocs.attack.Forger.timely;
import static io.dealdocs.attack.Forger.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.access.Capabilities.Purpose;
import io.dealdocs.attack.Scene.Config;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Fetches Ada's text from the address that was made for her Docs server, or from one that was not made at all. */
final class ContentAttempts {

    private ContentAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(proofs(), purposes(), addresses(), methods(), ranges()).flatMap(it -> it);
    }

    private static Stream<Attempt> proofs() {
        return Stream.of(
                noProof(Fault.CONTENT_WITHOUT_PROOF, "no token", (scene, url) -> ""),
                noProof(
                        Fault.FOREIGN_SECRET,
                        "a token of Globex's Docs server",
                        (scene, url) -> asking(url, scene.globexDocs().secret())),
                noProof(
                        Fault.FOREIGN_SECRET,
                        "a token of the operator's Docs server",
                        (scene, url) -> asking(url, scene.operatorsDocs().secret())),
                noProof(
                        Fault.KEY_CONFUSION,
                        "a token signed with the app's secret",
                        (scene, url) -> asking(url, scene.pipedrive().app().clientSecret())),
                noProof(Fault.KEY_CONFUSION, "a token signed with nothing", (scene, url) -> asking(url, "")),
                noProof(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "a token that nobody signed",
                        (scene, url) -> Forger.unsigned("none", timely(claims("payload", claims("url", url))))),
                noProof(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "HS512 with the right secret",
                        (scene, url) -> Forger.hmac(
                                "{\"alg\":\"HS512\"}",
                                Forger.json(timely(claims("payload", claims("url", url)))),
                                "HmacSHA512",
                                Booty.DOCS_SECRET)),
                noProof(
                        Fault.EXPIRY_IGNORED,
                        "a token of an hour ago",
                        (scene, url) -> hs256(
                                claims(
                                        "payload",
                                        claims("url", url),
                                        "exp",
                                        Instant.now().getEpochSecond() - 3600),
                                Booty.DOCS_SECRET)),
                noProof(
                        Fault.EXPIRY_IGNORED,
                        "a token whose end is a word",
                        (scene, url) ->
                                hs256(claims("payload", claims("url", url), "exp", "never"), Booty.DOCS_SECRET)),
                Fault.HEADER_UNUSED
                        .attempt("content with the right token in another header", (scene, client) -> {
                            String url = adas(scene).content();
                            for (String header : new String[] {"Authorization", "X-Proof", "Proxy-Authorization"}) {
                                assertThat(client.get(url, header, "Bearer " + asking(url, Booty.DOCS_SECRET))
                                                .status())
                                        .isEqualTo(403);
                            }
                        })
                        .after(ContentAttempts::adasDocsServerGetsIt));
    }

    private static Stream<Attempt> purposes() {
        return Stream.of(
                noProof(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "the token of Ada's own editor",
                        (scene, url) -> adas(scene).token()),
                noProof(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "a config wrapped like a request",
                        (scene, url) -> wrapped(claims("url", url, "document", claims("key", "x")))),
                noProof(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "a token made for a callback",
                        (scene, url) -> wrapped(claims("key", adas(scene).key(), "status", 1, "url", url))),
                noProof(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "a token made for a command",
                        (scene, url) -> wrapped(claims("c", "version", "url", url))),
                noProof(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "claims that are not wrapped",
                        (scene, url) -> hs256(timely(claims("url", url)), Booty.DOCS_SECRET)),
                noProof(
                        Fault.UNVERIFIED_CLAIMS,
                        "a token for another document",
                        (scene, url) -> asking(
                                scene.config(Scene.ADA, scene.booty().shared()).content(), Booty.DOCS_SECRET)),
                noProof(
                        Fault.UNVERIFIED_CLAIMS,
                        "a token for a longer address",
                        (scene, url) -> asking(url + "?", Booty.DOCS_SECRET)),
                noProof(
                        Fault.UNVERIFIED_CLAIMS,
                        "a token for many addresses",
                        (scene, url) -> wrapped(claims("url", java.util.List.of(url)))),
                noProof(
                        Fault.UNVERIFIED_CLAIMS,
                        "a token for the same address elsewhere",
                        (scene, url) -> asking(url.replace("localhost", "127.0.0.1"), Booty.DOCS_SECRET)));
    }

    private static Stream<Attempt> addresses() {
        return Stream.of(
                nowhere(
                        Fault.CAPABILITY_OF_ANOTHER_PURPOSE,
                        "a callback's",
                        scene -> last(adas(scene).callback())),
                nowhere(
                        Fault.CAPABILITY_OF_ANOTHER_PURPOSE,
                        "a download's",
                        scene -> scene.capabilities()
                                .issue(
                                        Purpose.DOWNLOAD,
                                        Map.of("doc", scene.booty().secret().toString(), "version", "1"),
                                        Optional.empty())),
                nowhere(
                        Fault.CAPABILITY_TAMPERED,
                        "Gus's with Ada's document",
                        scene -> Forger.tampered(
                                last(gusses(scene).content()),
                                "doc",
                                scene.booty().secret().toString())),
                nowhere(
                        Fault.CAPABILITY_TAMPERED,
                        "Ada's with another version",
                        scene -> Forger.tampered(last(adas(scene).content()), "version", "2")),
                nowhere(
                        Fault.CAPABILITY_TAMPERED,
                        "Ada's with Gus's session",
                        scene -> Forger.tampered(
                                last(adas(scene).content()),
                                "sid",
                                Forger.claim(last(gusses(scene).content()), "sid"))),
                nowhere(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "one that nobody signed",
                        scene -> Forger.unsigned(
                                "none", Forger.read(last(adas(scene).content())))),
                nowhere(
                        Fault.KEY_CONFUSION,
                        "one signed with a secret of Docs",
                        scene -> hs256(Forger.read(last(adas(scene).content())), Booty.DOCS_SECRET)),
                nowhere(Fault.CAPABILITY_TAMPERED, "half of Ada's", scene -> {
                    String whole = last(adas(scene).content());
                    return whole.substring(0, whole.length() / 2);
                }),
                nowhere(
                        Fault.FORGED_REFERENCE,
                        "the document's id",
                        scene -> scene.booty().secret().toString()),
                nowhere(Fault.FORGED_REFERENCE, "no text at all", scene -> "%F0%9F%92%A9"),
                nowhere(Fault.FORGED_REFERENCE, "three dots", scene -> "..."),
                Fault.SESSION_FROM_ADDRESS.attempt(
                        "content of Gus's, with Ada's document in the query", (scene, client) -> {
                            String url = gusses(scene).content();
                            Answer answer = client.get(
                                    url + "?doc=" + scene.booty().secret() + "&version=1&company=54321",
                                    "Authorization",
                                    "Bearer " + asking(url, scene.globexDocs().secret()));
                            assertThat(answer.text()).doesNotContain("canary");
                        }));
    }

    // With all proof there is, since a refusal for the lack of it would prove nothing about the method.
    private static Stream<Attempt> methods() {
        return Stream.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")
                .map(method -> Fault.VERB_CONFUSION.attempt("content by " + method, (scene, client) -> {
                    String url = gusses(scene).content();
                    String proof = "Bearer " + asking(url, scene.globexDocs().secret());
                    Answer answer = client.send(method, url, "", "Authorization", proof);
                    assertThat(answer.status()).isIn(method.equals("OPTIONS") ? 200 : 405, 403, 405);
                    assertThat(answer.text()).doesNotStartWith("PK");
                    assertThat(answer.header("accept-ranges")).isEmpty();
                }));
    }

    private static Stream<Attempt> ranges() {
        return Stream.of(
                        "bytes=0-99999999999999999999",
                        "bytes=-99999999999999",
                        "bytes=" + "0-,".repeat(500) + "0-",
                        "bytes=18446744073709551615-",
                        "bytes=5-2",
                        "kisses=0-5")
                .map(range -> Fault.UNBOUNDED_BODY.attempt(
                        "content of " + range.substring(0, Math.min(30, range.length())), (scene, client) -> {
                            String url = gusses(scene).content();
                            int whole =
                                    fetch(client, url, scene, "Accept", "*/*").body().length;
                            Answer answer = fetch(client, url, scene, "Range", range);
                            assertThat(answer.status()).isIn(200, 206, 416);
                            assertThat(answer.body().length).isLessThanOrEqualTo(whole);
                        }));
    }

    private static Answer fetch(Client client, String url, Scene scene, String header, String value) {
        return client.get(
                url,
                header,
                value,
                "Authorization",
                "Bearer " + asking(url, scene.globexDocs().secret()));
    }

    private static Attempt nowhere(Fault fault, String what, java.util.function.Function<Scene, String> capability) {
        return fault.attempt("content at the address: " + what, (scene, client) -> {
                    String url = scene.app() + "/docs/content/" + capability.apply(scene);
                    Answer answer = client.get(
                            url,
                            Scene.ACME_HEADER,
                            "Bearer " + asking(url, Booty.DOCS_SECRET),
                            "Authorization",
                            "Bearer " + asking(url, scene.globexDocs().secret()));
                    assertThat(answer.status()).isIn(400, 404);
                })
                .after(ContentAttempts::adasDocsServerGetsIt);
    }

    private static Attempt noProof(Fault fault, String what, BiFunction<Scene, String, String> token) {
        return fault.attempt("content with " + what, (scene, client) -> {
                    String url = adas(scene).content();
                    String proof = token.apply(scene, url);
                    Answer answer = proof.isEmpty()
                            ? client.get(url)
                            : client.get(url, Scene.ACME_HEADER, "Bearer " + proof, "Authorization", "Bearer " + proof);
                    assertThat(answer.status()).isEqualTo(403);
                })
                .after(ContentAttempts::adasDocsServerGetsIt);
    }

    private static void adasDocsServerGetsIt(Scene scene, Client client) {
        String url = adas(scene).content();
        Answer answer = client.get(url, Scene.ACME_HEADER, "Bearer " + asking(url, Booty.DOCS_SECRET));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains(scene.booty().words());
    }

    private static String wrapped(Map<String, Object> payload) {
        return hs256(timely(claims("payload", payload)), Booty.DOCS_SECRET);
    }

    static String asking(String url, String secret) {
        UnaryOperator<Map<String, Object>> dated =
                it -> with(it, "iat", Instant.now().getEpochSecond());
        return hs256(timely(dated.apply(claims("payload", claims("url", url)))), secret);
    }

    static Config adas(Scene scene) {
        return scene.config(Scene.ADA, scene.booty().secret());
    }

    static Config gusses(Scene scene) {
        return scene.config(Scene.GUS, scene.booty().globexs());
    }

    static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
