package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns the sign-in against the one who signs in: another's code, another's session, another way out. */
final class SignInAttempts {

    private static final String BEGIN = "/oauth2/authorization/pipedrive";
    private static final String RETURN = "/login/oauth2/code/pipedrive";
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    private SignInAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(states(), sessions(), waysOut(), others()).flatMap(it -> it);
    }

    private static Stream<Attempt> states() {
        return Stream.of(
                signsNobodyIn(
                        Fault.SIGN_IN_WITHOUT_STATE,
                        "a code without a state",
                        (scene, client) -> client.get(RETURN + "?code=" + gussCode(scene))),
                signsNobodyIn(Fault.SIGN_IN_WITHOUT_STATE, "a code with a made-up state", (scene, client) -> {
                    begin(client, "");
                    client.get(RETURN + "?code=" + gussCode(scene) + "&state=made-up");
                }),
                signsNobodyIn(Fault.SIGN_IN_WITHOUT_STATE, "a code with an empty state", (scene, client) -> {
                    begin(client, "");
                    client.get(RETURN + "?code=" + gussCode(scene) + "&state=");
                }),
                signsNobodyIn(Fault.SIGN_IN_WITHOUT_STATE, "the state of another browser", (scene, client) -> {
                    begin(client, "");
                    client.get(RETURN + "?code=" + gussCode(scene) + "&state=" + begin(client.another(), ""));
                }),
                signsNobodyIn(Fault.CODE_REPLAYED, "a code that was exchanged before", (scene, client) -> {
                    String code = gussCode(scene);
                    Client first = client.another();
                    first.get(RETURN + "?code=" + code + "&state=" + begin(first, ""));
                    client.get(RETURN + "?code=" + code + "&state=" + begin(client, ""));
                }),
                Fault.CODE_REPLAYED.attempt("a state that was used before", (scene, client) -> {
                    String state = begin(client, "");
                    client.get(RETURN + "?code=" + gussCode(scene) + "&state=" + state);
                    Answer second = client.get(RETURN + "?code=" + gussCode(scene) + "&state=" + state);
                    assertThat(second.header("location")).isEqualTo(scene.app() + "/connect?reason=failed");
                }),
                Fault.SIGN_IN_WITHOUT_STATE.attempt("states can be guessed", (scene, client) -> {
                    String one = begin(client, "");
                    String other = begin(client, "");
                    assertThat(one).hasSizeGreaterThanOrEqualTo(40).isNotEqualTo(other);
                    assertThat(one.substring(0, 8)).isNotEqualTo(other.substring(0, 8));
                }));
    }

    private static Stream<Attempt> sessions() {
        return Stream.of(
                Fault.SESSION_FIXATION.attempt("a session that was there before the sign-in", (scene, client) -> {
                    String state = begin(client, "");
                    Client attacker = client.another();
                    attacker.cookies().putAll(client.cookies());
                    client.get(RETURN + "?code=" + gussCode(scene) + "&state=" + state);
                    assertThat(client.cookies().get("JSESSIONID"))
                            .isNotEqualTo(attacker.cookies().get("JSESSIONID"));
                    requireSignedOut(attacker);
                }),
                Fault.SESSION_FIXATION.attempt("a session id that the attacker chose", (scene, client) -> {
                    client.cookies().put("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF");
                    begin(client, "");
                    assertThat(client.cookies().get("JSESSIONID")).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
                }),
                Fault.SESSION_FIXATION.attempt("a session id in the path", (scene, client) -> {
                    Client gus = client.another();
                    signIn(scene, gus, "");
                    Answer answer =
                            client.get("/settings;jsessionid=" + gus.cookies().get("JSESSIONID"));
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(begin(client, "")).doesNotContain(";jsessionid");
                }),
                Fault.AMBIENT_IDENTITY
                        .attempt("a sign-in of Gus's makes a panel his", (scene, client) -> {
                            signIn(scene, client, "");
                            Page page = client.page("/panel?resource=deal&selectedIds=2");
                            assertThat(page.first("token-refused", scene.booty().globexName()))
                                    .isEqualTo("token-refused");
                        })
                        .after(SignInAttempts::gusGetsIn));
    }

    private static Stream<Attempt> waysOut() {
        return Stream.of(
                        "https://evil.example/",
                        "//evil.example/",
                        "/\\evil.example",
                        "/%2f%2fevil.example",
                        "javascript:alert(1)",
                        "/documents/00000000-0000-4000-8000-000000000000@evil.example",
                        "/settings?x=//evil.example",
                        "/settings%0d%0aX-Evil: 1",
                        "/documents/../../evil.example")
                .map(target -> Fault.OPEN_REDIRECT
                        .attempt("after the sign-in to " + target, (scene, client) -> {
                            Answer answer = signIn(scene, client, "?continue=" + Page.encoded(target));
                            assertThat(answer.header("location"))
                                    .startsWith(scene.pipedrive().globex() + "/settings/marketplace/app/");
                            assertThat(answer.headers().map()).doesNotContainKey("x-evil");
                        })
                        .after((scene, client) -> assertThat(signIn(scene, client, "?continue=/settings")
                                        .header("location"))
                                .isEqualTo(scene.app() + "/settings")));
    }

    private static Stream<Attempt> others() {
        return Stream.of(
                Fault.PERMANENT_REDIRECT.attempt("a step of the sign-in is remembered", (scene, client) -> {
                    Answer away = client.get(BEGIN);
                    Answer back = client.get(RETURN + "?code=" + gussCode(scene) + "&state=" + state(away));
                    Answer again = client.another().get(RETURN + "?code=x");
                    for (Answer step : java.util.List.of(away, back, again)) {
                        assertThat(step.status()).isIn(302, 303);
                        assertThat(step.header("cache-control")).contains("no-store");
                    }
                }),
                Fault.SCRIPT_IN_TEXT.attempt("Pipedrive's error comes back as a script", (scene, client) -> {
                    Answer answer = client.get(RETURN + "?error=%3Cscript%3E&error_description=%3Cscript%3Ealert(1)");
                    assertThat(answer.header("location")).isEqualTo(scene.app() + "/connect?reason=cancelled");
                    assertThat(answer.text()).doesNotContain("<script>");
                }),
                Fault.SCRIPT_IN_TEXT.attempt("a reason comes back as a script", (scene, client) -> {
                    Page page = client.page("/connect?reason=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
                    assertThat(page.first("\"failed\"")).isNotEmpty();
                    assertThat(client.get("/connect?reason=%3Cscript%3Ealert(1)")
                                    .text())
                            .doesNotContain("<script>alert(1)");
                }),
                Fault.SECRET_IN_CLEAR.attempt(
                        "the way to Pipedrive tells a secret",
                        (scene, client) -> assertThat(client.get(BEGIN).header("location"))
                                .startsWith(scene.pipedrive().acme() + "/oauth/authorize?")
                                .doesNotContain("secret")),
                Fault.FORGED_REFERENCE.attempt("a provider that we do not know", (scene, client) -> {
                    assertThat(client.get("/oauth2/authorization/evil").header("location"))
                            .doesNotContain("authorize");
                    client.get("/login/oauth2/code/evil?code=x&state=" + begin(client, ""));
                    requireSignedOut(client);
                }),
                Fault.TENANT_KEY_BY_SUM.attempt("Gina signs in over Ada", (scene, client) -> {
                    String state = begin(client, "");
                    client.get(RETURN + "?code=" + code(scene, Scene.GINA.user().value()) + "&state=" + state);
                }),
                Fault.EQUAL_NUMBERS.attempt("Gus signs in over Ada", (scene, client) -> signIn(scene, client, "")));
    }

    private static Attempt signsNobodyIn(Fault fault, String what, Act deed) {
        return fault.attempt("a sign-in with " + what, (scene, client) -> {
                    deed.in(scene, client);
                    requireSignedOut(client);
                })
                .after(SignInAttempts::gusGetsIn);
    }

    private static void gusGetsIn(Scene scene, Client client) {
        signIn(scene, client, "");
        client.page("/settings").first("save-settings");
    }

    static void requireSignedOut(Client client) {
        assertThat(client.page("/settings").first("\"sign-in\"", "save-settings"))
                .isEqualTo("\"sign-in\"");
    }

    /** Signs Gus in, and answers where he is led then. */
    static Answer signIn(Scene scene, Client client, String query) {
        String state = begin(client, query);
        return client.get(RETURN + "?code=" + gussCode(scene) + "&state=" + state);
    }

    private static String gussCode(Scene scene) {
        return code(scene, Scene.GUS.user().value());
    }

    private static String code(Scene scene, long user) {
        return scene.pipedrive().authorizationCode(PipedriveSandbox.GLOBEX, user);
    }

    private static String begin(Client client, String query) {
        return state(client.get(BEGIN + query));
    }

    private static String state(Answer away) {
        Matcher state = STATE.matcher(away.header("location"));
        assertThat(state.find()).as("a state in " + away.header("location")).isTrue();
        return state.group(1);
    }
}
