package io.dealdocs.attack;

import static io.dealdocs.attack.Forger.claims;
import static io.dealdocs.attack.Forger.hs256;
import static io.dealdocs.attack.Forger.json;
import static io.dealdocs.attack.Forger.timely;
import static io.dealdocs.attack.Forger.with;
import static io.dealdocs.attack.Forger.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Gets into Ada's panel with a token that Pipedrive did not make for Ada, now, and for a panel. */
final class PanelTokenAttempts {

    private static final String RSA_KEY =
            "{\"kty\":\"oct\",\"k\":\"" + Forger.encode("a key that the forger chose, 32 bytes") + "\"}";

    private PanelTokenAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(secrets(), algorithms(), parts(), times(), places()).flatMap(it -> it);
    }

    static Map<String, Object> ada() {
        return of(Scene.ADA);
    }

    private static Map<String, Object> of(MemberId member) {
        return timely(claims(
                "userId", member.user().value(), "companyId", member.company().value()));
    }

    private static Stream<Attempt> secrets() {
        return Stream.of(
                forged(
                        Fault.KEY_CONFUSION,
                        "signed with the app's client secret",
                        scene -> hs256(ada(), scene.pipedrive().app().clientSecret())),
                forged(
                        Fault.KEY_CONFUSION,
                        "signed with the secret of the attacker's own Docs server",
                        scene -> hs256(ada(), scene.globexDocs().secret())),
                forged(
                        Fault.KEY_CONFUSION,
                        "signed with the secret of Ada's Docs server",
                        scene -> hs256(ada(), Booty.DOCS_SECRET)),
                forged(
                        Fault.KEY_CONFUSION,
                        "signed with the app's public client id",
                        scene -> hs256(ada(), scene.pipedrive().app().clientId())),
                forged(Fault.KEY_CONFUSION, "signed with an empty secret", scene -> hs256(ada(), "")),
                forged(
                        Fault.KEY_CONFUSION,
                        "signed with the right secret in capitals",
                        scene -> hs256(
                                ada(), scene.pipedrive().app().extensionSecret().toUpperCase(java.util.Locale.ROOT))),
                forged(
                        Fault.TOKEN_OF_ANOTHER_PURPOSE,
                        "the token of an editor's config",
                        scene ->
                                scene.config(Scene.GUS, scene.booty().globexs()).token()),
                forged(Fault.CAPABILITY_OF_ANOTHER_PURPOSE, "the capability of a callback address", scene -> {
                    String address =
                            scene.config(Scene.GUS, scene.booty().globexs()).callback();
                    return address.substring(address.lastIndexOf('/') + 1);
                }));
    }

    private static Stream<Attempt> algorithms() {
        return Stream.of(
                forged(Fault.ALGORITHM_OF_THE_TOKEN, "alg none", scene -> Forger.unsigned("none", ada())),
                forged(Fault.ALGORITHM_OF_THE_TOKEN, "alg None", scene -> Forger.unsigned("None", ada())),
                forged(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "alg none over a genuine signature",
                        scene -> Forger.mixed(
                                scene.panelToken(Scene.ADA).replaceFirst("^[^.]*", Forger.encode("{\"alg\":\"none\"}")),
                                2,
                                scene.panelToken(Scene.GUS))),
                forged(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "HS512 with the right secret",
                        scene -> hmac(scene, "{\"alg\":\"HS512\"}", "HmacSHA512")),
                forged(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "HS384 with the right secret",
                        scene -> hmac(scene, "{\"alg\":\"HS384\"}", "HmacSHA384")),
                forged(Fault.ALGORITHM_OF_THE_TOKEN, "RS256 with a key of the forger's", scene -> Forger.rs256(ada())),
                forged(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "a key in the token's own header",
                        scene -> Forger.hmac(
                                "{\"alg\":\"HS256\",\"jwk\":" + RSA_KEY + "}",
                                json(ada()),
                                "HmacSHA256",
                                "a key that the forger chose, 32 bytes")),
                forged(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "a key id that names an empty file",
                        scene -> Forger.hmac(
                                "{\"alg\":\"HS256\",\"kid\":\"../../../../dev/null\"}", json(ada()), "HmacSHA256", "")),
                forged(
                        Fault.ALGORITHM_OF_THE_TOKEN,
                        "a critical extension that nobody knows",
                        scene -> hmac(scene, "{\"alg\":\"HS256\",\"crit\":[\"free\"],\"free\":1}", "HmacSHA256")));
    }

    private static String hmac(Scene scene, String header, String algorithm) {
        return Forger.hmac(
                header, json(ada()), algorithm, scene.pipedrive().app().extensionSecret());
    }

    private static Stream<Attempt> parts() {
        return Stream.of(
                forged(
                        Fault.UNVERIFIED_CLAIMS,
                        "Ada's claims under Gus's signature",
                        scene -> Forger.mixed(scene.panelToken(Scene.GUS), 1, hs256(ada(), "x"))),
                forged(
                        Fault.UNVERIFIED_CLAIMS,
                        "Gus's token with Ada's company",
                        scene -> Forger.tampered(scene.panelToken(Scene.GUS), "companyId", PipedriveSandbox.ACME)),
                forged(
                        Fault.UNVERIFIED_CLAIMS,
                        "without a signature",
                        scene -> scene.panelToken(Scene.ADA).replaceFirst("[^.]*$", "")),
                forged(Fault.UNVERIFIED_CLAIMS, "half a signature", scene -> {
                    String token = scene.panelToken(Scene.ADA);
                    return token.substring(0, token.length() - 20);
                }),
                forged(Fault.UNVERIFIED_CLAIMS, "the claims alone", scene -> json(ada())),
                forged(
                        Fault.UNVERIFIED_CLAIMS,
                        "a token of 30 KB",
                        scene -> "a".repeat(10_000) + "." + "b".repeat(9_000) + ".c"),
                forged(
                        Fault.FORGED_REFERENCE,
                        "ids that are no whole numbers",
                        scene -> right(scene, with(ada(), "companyId", 54321.5))),
                forged(
                        Fault.FORGED_REFERENCE,
                        "ids with an SQL tail",
                        scene -> right(scene, with(ada(), "companyId", "54321 or 1=1"))),
                forged(
                        Fault.FORGED_REFERENCE,
                        "negative ids",
                        scene -> right(scene, with(ada(), "companyId", -PipedriveSandbox.ACME))),
                forged(
                        Fault.FORGED_REFERENCE,
                        "a list of ids",
                        scene -> right(scene, with(ada(), "companyId", java.util.List.of(PipedriveSandbox.ACME)))),
                forged(Fault.FORGED_REFERENCE, "no user", scene -> right(scene, without(ada(), "userId"))));
    }

    private static Stream<Attempt> times() {
        return Stream.of(
                forged(
                        Fault.EXPIRY_IGNORED,
                        "a genuine one of an hour ago",
                        scene -> right(scene, with(ada(), "exp", Instant.now().getEpochSecond() - 3600))),
                forged(
                        Fault.EXPIRY_IGNORED,
                        "a genuine one of a minute ago",
                        scene -> right(scene, with(ada(), "exp", Instant.now().getEpochSecond() - 60))),
                forged(Fault.EXPIRY_IGNORED, "one without an end", scene -> right(scene, without(ada(), "exp"))),
                forged(Fault.EXPIRY_IGNORED, "one that ended in 1970", scene -> right(scene, with(ada(), "exp", 1))));
    }

    private static String right(Scene scene, Map<String, Object> claims) {
        return hs256(claims, scene.pipedrive().app().extensionSecret());
    }

    private static Stream<Attempt> places() {
        return Stream.of(
                place("the token in a cookie", Fault.AMBIENT_IDENTITY, (scene, client) -> {
                    client.cookies().put("token", scene.panelToken(Scene.ADA));
                    return panel(client, "");
                }),
                place(
                        "a forged token before a genuine one of Gina's",
                        Fault.UNVERIFIED_CLAIMS,
                        (scene, client) -> panel(
                                client, "&token=" + hs256(ada(), "x") + "&token=" + scene.panelToken(Scene.GINA))),
                place(
                        "a forged token after a genuine one of Gina's",
                        Fault.UNVERIFIED_CLAIMS,
                        (scene, client) -> panel(
                                client, "&token=" + scene.panelToken(Scene.GINA) + "&token=" + hs256(ada(), "x"))),
                place(
                        "Gina's own token, whose ids add up to Ada's",
                        Fault.TENANT_KEY_BY_SUM,
                        (scene, client) -> panel(client, "&token=" + scene.panelToken(Scene.GINA))),
                place(
                        "Gus's own token, who has Ada's number",
                        Fault.EQUAL_NUMBERS,
                        (scene, client) -> panel(client, "&token=" + scene.panelToken(Scene.GUS))),
                place(
                        "company and user beside Gus's token",
                        Fault.COMPANY_FROM_REQUEST,
                        (scene, client) -> panel(
                                client,
                                "&companyId=54321&userId=1001&company_id=54321&token=" + scene.panelToken(Scene.GUS))));
    }

    /** Opens the panel of the private deal's number in some way. */
    @FunctionalInterface
    private interface Entry {
        Page open(Scene scene, Client client);
    }

    private static Attempt place(String how, Fault fault, Entry entry) {
        return fault.attempt("a panel with " + how, (scene, client) -> {
                    Page page = entry.open(scene, client);
                    page.first(
                            "token-refused",
                            scene.booty().globexName(),
                            scene.booty().secretName());
                    assertThat(page.shows(scene.booty().secretName())).isFalse();
                })
                .after(PanelTokenAttempts::adaGetsIn);
    }

    private static Attempt forged(Fault fault, String what, Function<Scene, String> token) {
        return fault.attempt("a panel token: " + what, (scene, client) -> {
                    Page page = panel(client, "&token=" + Page.encoded(token.apply(scene)));
                    assertThat(page.first("token-refused", scene.booty().secretName(), "not-connected"))
                            .isEqualTo("token-refused");
                })
                .after(PanelTokenAttempts::adaGetsIn);
    }

    private static void adaGetsIn(Scene scene, Client client) {
        Page page = panel(client, "&token=" + right(scene, ada()));
        page.first(scene.booty().secretName());
    }

    private static Page panel(Client client, String more) {
        return client.page("/panel?resource=deal&selectedIds=" + Scene.PRIVATE + more);
    }
}
