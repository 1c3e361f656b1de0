package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

/** Says what no browser says: paths with two readings, requests with two ends, headers without one, odd methods. */
final class WireAttempts {

    private static final String HOST = "Host: localhost\r\n";

    private WireAttempts() {}

    static Stream<Attempt> all() {
        return Stream.of(paths(), requests(), large(), methods()).flatMap(it -> it);
    }

    private static Stream<Attempt> paths() {
        return Stream.of(
                        "/VAADIN/../application.yaml",
                        "/VAADIN/..%2fapplication.yaml",
                        "/VAADIN/%2e%2e/application.yaml",
                        "/VAADIN/..%252fapplication.yaml",
                        "/VAADIN/..;/application.yaml",
                        "/VAADIN/build/..%5c..%5capplication.yaml",
                        "/VAADIN//../../application.yaml",
                        "/application.yaml",
                        "/db/migration/V1__documents.sql",
                        "/WEB-INF/web.xml",
                        "/META-INF/MANIFEST.MF",
                        "/META-INF/VAADIN/config/flow-build-info.json",
                        "/io/dealdocs/Application.class",
                        "/../../../../etc/passwd",
                        "/..%2f..%2f..%2fetc/passwd",
                        "/%c0%ae%c0%ae/etc/passwd",
                        "/icons/..%2f..%2fapplication.yaml",
                        "/docs/../actuator/env",
                        "/docs/content/..%2f..%2factuator%2fhealth",
                        "/downloads/..%2fapplication.yaml",
                        "/settings/..;/panel",
                        "/.git/config",
                        "/h2-console",
                        "/%00/panel",
                        "/VAADIN/@vite/client",
                        "/?v-r=dev-mode",
                        "/?v-r=dau")
                .map(path -> Fault.PATH_CONFUSION.attempt("something of ours at " + path, (scene, client) -> {
                    String answer = Wire.exchange(
                            scene, client, "GET " + path + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
                    // Kinds of requests that Vaadin does not know end in its own 500, which tells nothing either.
                    assertThat(Wire.status(answer)).isIn(200, 302, 400, 403, 404, 405, 500);
                    assertThat(answer)
                            .doesNotContain(
                                    "spring:",
                                    "create table",
                                    "root:x:",
                                    "Main-Class",
                                    "productionMode\"",
                                    "[core]",
                                    "at org.",
                                    "at java.",
                                    "io.dealdocs.");
                }));
    }

    private static Stream<Attempt> requests() {
        String hidden = "GET /smuggled HTTP/1.1\r\n" + HOST + "\r\n";
        return Stream.of(
                one(
                        "two lengths",
                        "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 0\r\nContent-Length: " + hidden.length()
                                + "\r\n\r\n" + hidden),
                one(
                        "a length and chunks",
                        "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n"
                                + "Connection: close\r\n\r\n0\r\n\r\n" + hidden),
                one("a length with a sign", "POST / HTTP/1.1\r\n" + HOST + "Content-Length: +0\r\n\r\n" + hidden),
                one(
                        "chunks in an odd spelling",
                        "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: xchunked\r\n\r\n" + "0\r\n\r\n" + hidden),
                one("a blank before the colon", "POST / HTTP/1.1\r\n" + HOST + "Content-Length : 0\r\n\r\n" + hidden),
                one("two hosts", "GET / HTTP/1.1\r\n" + HOST + "Host: evil.example\r\n\r\n"),
                one("no host", "GET / HTTP/1.1\r\n\r\n"),
                one("a host in the address", "GET http://evil.example/ HTTP/1.1\r\n" + HOST + "\r\n"),
                one(
                        "a header on two lines",
                        "GET / HTTP/1.1\r\n" + HOST + "X-A: 1\r\n Transfer-Encoding: chunked\r\n\r\n"),
                one("a zero in a header", "GET / HTTP/1.1\r\n" + HOST + "X-A: 1\0\r\n\r\n"),
                one(
                        "a chunk of nonsense",
                        "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n\r\n"
                                + hidden),
                one("something that is no request", "\u0016\u0003\u0001 hello\r\n\r\n"));
    }

    private static Attempt one(String what, String request) {
        return Fault.REQUEST_SMUGGLING.attempt("a request with " + what, (scene, client) -> {
            String answer = Wire.exchange(scene, client, request);
            assertThat(Wire.answers(answer)).as(answer).isLessThanOrEqualTo(1);
            assertThat(answer).doesNotContain("evil.example", "smuggled");
        });
    }

    private static Stream<Attempt> large() {
        return Stream.of(
                refused(
                        "headers of 64 KB",
                        "GET /panel HTTP/1.1\r\n" + HOST + "X-A: " + "a".repeat(65_536) + "\r\n\r\n"),
                refused(
                        "four thousand headers",
                        "GET /panel HTTP/1.1\r\n" + HOST + "X-A: aaaaaaaa\r\n".repeat(4000) + "\r\n"),
                refused("an address of 64 KB", "GET /" + "a".repeat(65_536) + " HTTP/1.1\r\n" + HOST + "\r\n"),
                refused(
                        "a cookie of 64 KB",
                        "GET /panel HTTP/1.1\r\n" + HOST + "Cookie: a=" + "a".repeat(65_536) + "\r\n\r\n"),
                Fault.UNBOUNDED_BODY.attempt("a form of 20 MB for the sign-in", (scene, client) -> {
                    Answer answer = client.send(
                            "POST",
                            "/login/oauth2/code/pipedrive",
                            "a=" + "b".repeat(20 << 20),
                            "Content-Type",
                            "application/x-www-form-urlencoded");
                    assertThat(answer.status()).isIn(302, 400, 403, 413);
                }),
                Fault.UNBOUNDED_BODY.attempt("a page's message of 200000 brackets", (scene, client) -> {
                    Answer answer = client.send(
                            "POST", "/?v-r=uidl&v-uiId=0", "[".repeat(200_000), "Content-Type", "application/json");
                    assertThat(answer.text()).doesNotContain("StackOverflow", "Exception");
                }));
    }

    private static Attempt refused(String what, String request) {
        return Fault.UNBOUNDED_BODY.attempt(what, (scene, client) -> {
            String answer = Wire.exchange(scene, client, request);
            assertThat(Wire.status(answer)).isIn(0, 400, 413, 414, 431);
        });
    }

    private static Stream<Attempt> methods() {
        return Stream.of("TRACE", "PUT", "DELETE", "PATCH", "PROPFIND", "DEBUG", "CONNECT")
                .map(method -> Fault.VERB_CONFUSION.attempt(method + " at a page", (scene, client) -> {
                    String answer = Wire.exchange(
                            scene,
                            client,
                            method + " /settings HTTP/1.1\r\n" + HOST
                                    + "X-Echo: mirror\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                    assertThat(Wire.status(answer)).isIn(0, 400, 403, 404, 405, 501);
                    assertThat(answer).doesNotContain("mirror");
                }));
    }
}
