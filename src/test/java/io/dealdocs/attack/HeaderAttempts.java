package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** Frames, sniffs, caches or leads astray what the browser was not told to protect; believes what a request names. */
final class HeaderAttempts {

    private static final String EVIL = "evil.example";

    private HeaderAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(framing(), guarded(), machines(), hosts()).flatMap(it -> it);
    }

    private static Stream<Attempt> framing() {
        return Stream.concat(
                Stream.of("/", "/connect", "/documents/00000000-0000-4000-8000-000000000000", "/nonsense", "/login")
                        .map(path -> Fault.WEAK_HEADERS.attempt(
                                "evil.example frames " + path,
                                (scene, client) -> assertThat(client.get(path).header("content-security-policy"))
                                        .contains("frame-ancestors 'none'"))),
                Stream.of("/panel", "/create", "/settings")
                        .map(path -> Fault.WEAK_HEADERS.attempt(
                                "evil.example frames " + path,
                                (scene, client) -> assertThat(client.get(path).header("content-security-policy"))
                                        .contains("frame-ancestors "
                                                + scene.pipedrive().acme() + " "
                                                + scene.pipedrive().globex())
                                        .doesNotContain("*", "frame-ancestors 'none'"))));
    }

    private static Stream<Attempt> guarded() {
        return Stream.of(
                        "/",
                        "/panel",
                        "/create",
                        "/settings",
                        "/connect",
                        "/documents/x",
                        "/nonsense",
                        "/docs/",
                        "/downloads/")
                .map(path -> Fault.WEAK_HEADERS.attempt(
                        "the browser may do with " + path + " what it likes", (scene, client) -> {
                            Answer answer = client.get(path);
                            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
                            assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
                            assertThat(answer.header("cache-control")).contains("no-store");
                            assertThat(answer.header("content-security-policy"))
                                    .contains(
                                            "default-src 'self'",
                                            "object-src 'none'",
                                            "base-uri 'self'",
                                            "form-action 'self'")
                                    .doesNotContain("script-src 'self' 'unsafe-inline'", "http://*", "https://*");
                            assertThat(answer.header("server")).isEmpty();
                            assertThat(answer.header("x-powered-by")).isEmpty();
                            assertThat(answer.all("set-cookie"))
                                    .allMatch(it -> it.contains("HttpOnly") && it.contains("Secure"));
                        }));
    }

    private static Stream<Attempt> machines() {
        return Stream.of("/docs/content/x", "/docs/callback/x", "/downloads/x")
                .map(path -> Fault.WEAK_HEADERS.attempt("an error at " + path, (scene, client) -> {
                    Answer answer = client.get(path);
                    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
                    assertThat(answer.header("cache-control")).contains("no-store");
                    assertThat(answer.all("set-cookie")).isEmpty();
                    assertThat(answer.text()).doesNotContain("Exception", "io.dealdocs", "\"trace\"", "<script");
                }));
    }

    private static Stream<Attempt> hosts() {
        return Stream.of(
                        List.of("X-Forwarded-Host", EVIL),
                        List.of("X-Forwarded-Host", EVIL, "X-Forwarded-Proto", "https", "X-Forwarded-Port", "8443"),
                        List.of("Forwarded", "host=" + EVIL + ";proto=https"),
                        List.of("X-Forwarded-Server", EVIL),
                        List.of("X-Host", EVIL),
                        List.of("X-Original-URL", "/settings", "X-Rewrite-URL", "/settings", "X-Forwarded-Host", EVIL),
                        List.of("X-Forwarded-Prefix", "//" + EVIL),
                        List.of("Host", EVIL),
                        List.of("Host", EVIL + ":80@localhost"))
                .flatMap(headers -> Stream.of(
                                "/",
                                "/panel",
                                "/oauth2/authorization/pipedrive",
                                "/login/oauth2/code/pipedrive?error=x",
                                "/login/oauth2/code/pipedrive?code=x&state=x",
                                "/documents/00000000-0000-4000-8000-000000000000")
                        .map(path -> hosted(path, headers)));
    }

    private static Attempt hosted(String path, List<String> headers) {
        boolean host = headers.getFirst().equals("Host");
        return Fault.HOST_BELIEVED.attempt(path + " with " + headers, (scene, client) -> {
            StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nConnection: close\r\n");
            request.append(host ? "" : "Host: localhost\r\n");
            for (int i = 0; i < headers.size(); i += 2) {
                request.append(headers.get(i))
                        .append(": ")
                        .append(headers.get(i + 1))
                        .append("\r\n");
            }
            String answer = Wire.exchange(scene, client, request + "\r\n");
            assertThat(answer).isNotEmpty().doesNotContain(EVIL);
        });
    }
}
