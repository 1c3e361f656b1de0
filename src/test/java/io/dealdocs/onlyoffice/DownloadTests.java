package io.dealdocs.onlyoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.dealdocs.onlyoffice.DocumentServerException.Failed;
import io.dealdocs.onlyoffice.DocumentServerException.ForeignAddress;
import io.dealdocs.onlyoffice.DocumentServerException.TooLarge;
import io.dealdocs.onlyoffice.DocumentServerException.Unreachable;
import io.dealdocs.shared.ContentSink;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTests {

    private static final ContentSink<String> TEXT =
            (content, size) -> size + ":" + new String(content.readAllBytes(), StandardCharsets.UTF_8);

    private final DocumentServers servers = StubDocs.port(StubDocs.PATIENCE);

    @Test
    void fetchesFromTheInternalAddressWhatTheTokenNamesByThePublicOne() throws Exception {
        try (var stub = StubDocs.answering(200, "content")) {
            var result = URI.create("https://docs.example/cache/K1/o.docx?md5=a%2Fb&expires=9");
            assertThat(servers.download(stub.behind("https://docs.example"), result, 100, TEXT))
                    .isEqualTo("7:content");
            var request = stub.requests.getFirst();
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).isEqualTo("/cache/K1/o.docx?md5=a%2Fb&expires=9");
            assertThat(request.header("Authorization")).isEmpty();
        }
    }

    @Test
    void callsTheSinkOnTheThreadOfTheCaller() throws Exception {
        var thread = new AtomicReference<Thread>();
        try (var stub = StubDocs.answering(200, "content")) {
            download(stub, 100, (content, size) -> {
                thread.set(Thread.currentThread());
                return content.readAllBytes();
            });
        }
        assertThat(thread).hasValue(Thread.currentThread());
    }

    @Test
    void tellsThatTheLengthIsUnknown() throws Exception {
        try (var stub = new StubDocs(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("chunked".getBytes(StandardCharsets.UTF_8));
        })) {
            assertThat(download(stub, 100, TEXT)).isEqualTo("-1:chunked");
        }
    }

    @Test
    void passesAnEmptyFile() throws Exception {
        try (var stub = StubDocs.answering(200, "")) {
            assertThat(download(stub, 100, TEXT)).endsWith(":");
        }
    }

    @Test
    void asksNoStranger() throws Exception {
        try (var stub = StubDocs.answering(200, "content")) {
            var docs = stub.behind("https://docs.example");
            var url = stub.url("/x").replace("127.0.0.1", "localhost");
            assertThatExceptionOfType(ForeignAddress.class)
                    .isThrownBy(() -> servers.download(docs, URI.create(url), 100, TEXT));
            assertThat(stub.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) throws Exception {
        try (var stub = new StubDocs(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            StubDocs.answer(exchange, status, "moved");
        })) {
            assertThatExceptionOfType(Unreachable.class).isThrownBy(() -> download(stub, 100, TEXT));
            assertThat(stub.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void asksForPatienceWhereALaterTryMayHelp(int status) throws Exception {
        try (var stub = StubDocs.answering(status, "oops")) {
            assertThatExceptionOfType(Unreachable.class).isThrownBy(() -> download(stub, 100, TEXT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 403, 404, 410})
    void takesNothingButAWholeAnswerForAFile(int status) throws Exception {
        try (var stub = StubDocs.answering(status, status == 204 ? "" : "part")) {
            assertThatExceptionOfType(Failed.class).isThrownBy(() -> download(stub, 100, TEXT));
        }
    }

    @Test
    void takesAFileOfExactlyTheLimit() throws Exception {
        try (var stub = StubDocs.answering(200, "12345")) {
            assertThat(download(stub, 5, TEXT)).isEqualTo("5:12345");
        }
    }

    @Test
    void refusesAFileThatIsAnnouncedAboveTheLimitUnread() throws Exception {
        try (var stub = StubDocs.answering(200, "123456")) {
            assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> download(stub, 5, DownloadTests::unwanted));
        }
    }

    @Test
    void stopsAFileThatGrowsAboveTheLimit() throws Exception {
        try (var stub = new StubDocs(exchange -> endless(exchange))) {
            assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> download(stub, 1_000_000, TEXT));
        }
    }

    @Test
    void neverPassesAShortFileAsWhole() throws Exception {
        try (var stub = new StubDocs(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[50]);
            exchange.getResponseBody().flush();
        })) {
            assertThatExceptionOfType(Unreachable.class).isThrownBy(() -> download(stub, 1000, TEXT));
        }
    }

    @Test
    void tellsThatItBrokeOffEvenWhereTheSinkHidesIt() throws Exception {
        try (var stub = new StubDocs(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[50]);
            exchange.getResponseBody().flush();
        })) {
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> download(stub, 1000, (content, size) -> {
                        try {
                            return "read " + content.readAllBytes().length;
                        } catch (DocumentServerException e) {
                            return "hidden";
                        }
                    }));
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> download(stub, 1000, (content, size) -> {
                        try {
                            return content.readAllBytes();
                        } catch (DocumentServerException e) {
                            throw new IOException("wrapped", e);
                        }
                    }));
        }
    }

    @Test
    void passesOnWhatTheSinkThrows() throws Exception {
        try (var stub = StubDocs.answering(200, "content")) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> download(stub, 100, (content, size) -> {
                        throw new IOException("disk full");
                    }))
                    .withMessage("disk full");
        }
    }

    @Test
    void complainsOfASinkThatLeavesContentUnread() throws Exception {
        try (var stub = StubDocs.answering(200, "content")) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> download(stub, 100, (content, size) -> content.read()));
            int read = download(stub, 100, (content, size) -> content.readNBytes(7).length);
            assertThat(read).isEqualTo(7);
        }
    }

    private <T> T download(StubDocs stub, long limit, ContentSink<T> sink) throws IOException {
        return servers.download(stub.docs(), URI.create(stub.url("/file")), limit, sink);
    }

    private static String unwanted(java.io.InputStream content, long size) {
        throw new AssertionError("the sink is called with " + size + " bytes");
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (true) {
            exchange.getResponseBody().write(new byte[8192]);
        }
    }
}
