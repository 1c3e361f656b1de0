package io.dealdocs.onlyoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.onlyoffice.DocumentServerException.Failed;
import io.dealdocs.onlyoffice.DocumentServerException.NotADocsServer;
import io.dealdocs.onlyoffice.DocumentServerException.TokenRefused;
import io.dealdocs.onlyoffice.DocumentServerException.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandFailureTests {

    private static final OnlyofficeProperties HASTE = new OnlyofficeProperties(
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5));

    private final DocumentServers servers = StubDocs.port(StubDocs.PATIENCE);

    @Test
    void tellsARefusedTokenFromAnExpiredOne() throws Exception {
        try (var stub = StubDocs.answering(200, "{\"error\":6}")) {
            assertThatExceptionOfType(TokenRefused.class)
                    .isThrownBy(() -> servers.version(stub.docs()))
                    .satisfies(e -> assertThat(e.expired()).isFalse());
        }
        try (var stub = StubDocs.answering(200, "{\"error\":7}")) {
            assertThatExceptionOfType(TokenRefused.class)
                    .isThrownBy(() -> servers.forceSave(stub.docs(), "K1", "tag"))
                    .satisfies(e -> assertThat(e.expired()).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Hello</html>", "true", "[]", "{}", "{\"error\":\"0\"}", "{\"error\":0}", "{"})
    void knowsAnAddressWhereNoDocsServerIs(String body) throws Exception {
        try (var stub = StubDocs.answering(200, body)) {
            assertThatExceptionOfType(NotADocsServer.class).isThrownBy(() -> servers.version(stub.docs()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404, 405, 410})
    void knowsByTheStatusToo(int status) throws Exception {
        try (var stub = new StubDocs(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            StubDocs.answer(exchange, status, "{\"error\":0,\"version\":\"9\"}");
        })) {
            assertThatExceptionOfType(NotADocsServer.class).isThrownBy(() -> servers.version(stub.docs()));
            assertThat(stub.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void asksForPatienceWhereALaterTryMayHelp(int status) throws Exception {
        try (var stub = StubDocs.answering(status, "{\"error\":0,\"version\":\"9\"}")) {
            assertThatExceptionOfType(Unreachable.class).isThrownBy(() -> servers.version(stub.docs()));
        }
    }

    @Test
    void findsNobodyAtAClosedPort() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var nobody = URI.create("http://127.0.0.1:" + free);
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(() -> servers.version(new DocsServer(nobody, nobody, StubDocs.SECRET, "Authorization")))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("short-secret"));
    }

    @Test
    void waitsForAnAnswerOnlySoLong() throws Exception {
        var over = new CountDownLatch(1);
        try (var stub = new StubDocs(exchange -> await(over))) {
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> StubDocs.port(HASTE).version(stub.docs()));
        } finally {
            over.countDown();
        }
    }

    @Test
    void waitsForTheRestOfAnAnswerOnlySoLong() throws Exception {
        var over = new CountDownLatch(1);
        try (var stub = new StubDocs(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(over);
        })) {
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> StubDocs.port(HASTE).version(stub.docs()));
        } finally {
            over.countDown();
        }
    }

    @Test
    void readsNoEndlessAnswer() throws Exception {
        try (var stub = StubDocs.answering(200, "[" + "1,".repeat(3_000_000) + "1]")) {
            assertThatExceptionOfType(NotADocsServer.class).isThrownBy(() -> servers.version(stub.docs()));
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "5", "99", "-1"})
    void passesOnTheServersOwnErrors(int error) throws Exception {
        try (var stub = StubDocs.answering(200, "{\"key\":\"K1\",\"error\":" + error + "}")) {
            var docs = stub.docs();
            var calls = List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                    () -> servers.version(docs),
                    () -> servers.forceSave(docs, "K1", "tag"),
                    () -> servers.info(docs, "K1", "tag"),
                    () -> servers.drop(docs, "K1", List.of()),
                    () -> servers.retitle(docs, "K1", "a.docx"),
                    () -> servers.forgotten(docs),
                    () -> servers.forgottenFile(docs, "K1"),
                    () -> servers.deleteForgotten(docs, "K1"));
            for (var call : calls) {
                assertThatExceptionOfType(Failed.class).isThrownBy(call).withMessageContaining("error " + error);
            }
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
