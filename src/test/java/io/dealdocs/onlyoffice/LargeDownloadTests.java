package io.dealdocs.onlyoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.onlyoffice.DocumentServerException.Unreachable;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LargeDownloadTests {

    private static final int SLICE = 16 * 1024;
    private static final long SIZE = 64L * 1024 * 1024;

    private final DocumentServers servers = StubDocs.port(StubDocs.PATIENCE);

    @Test
    void streamsAFileInSmallSlicesWhateverItsSize() throws Exception {
        var sent = sha256();
        try (var stub = new StubDocs(exchange -> generate(exchange, sent))) {
            var got = sha256();
            var largest = download(stub, servers, (content, size) -> {
                assertThat(size).isEqualTo(SIZE);
                var buffer = new byte[4 * SLICE];
                var most = 0;
                for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                    got.update(buffer, 0, n);
                    most = Math.max(most, n);
                }
                return most;
            });
            assertThat(got.digest()).isEqualTo(sent.digest());
            assertThat(largest).isLessThanOrEqualTo(SLICE);
        }
    }

    @Test
    void letsTheSenderWaitForASlowSink() throws Exception {
        var everythingSent = new CountDownLatch(1);
        try (var stub = new StubDocs(exchange -> {
            generate(exchange, sha256());
            everythingSent.countDown();
        })) {
            var raced = download(stub, servers, (content, size) -> {
                content.readNBytes(1);
                var before = await(everythingSent, 700);
                content.skip(SIZE);
                return before;
            });
            assertThat(raced).as("everything was taken in before it was wanted").isFalse();
        }
    }

    @Test
    void doesNotTakeASlowSinkForASlowServer() throws Exception {
        var impatient = StubDocs.port(patience(Duration.ofMillis(200), Duration.ofSeconds(60)));
        try (var stub = new StubDocs(exchange -> generate(exchange, sha256()))) {
            var read = download(stub, impatient, (content, size) -> {
                content.readNBytes(1);
                var never = await(new CountDownLatch(1), 600);
                return never ? 0 : content.skip(SIZE);
            });
            assertThat(read).isEqualTo(SIZE - 1);
        }
    }

    @Test
    void givesUpAServerThatStalls() throws Exception {
        stalls(patience(Duration.ofMillis(200), Duration.ofSeconds(60)), 5_000);
    }

    @Test
    void givesUpAServerThatSendsDropByDrop() throws Exception {
        stalls(patience(Duration.ofSeconds(10), Duration.ofMillis(400)), 20);
    }

    private static void stalls(OnlyofficeProperties patience, long pause) throws Exception {
        var over = new CountDownLatch(1);
        try (var stub = new StubDocs(exchange -> {
            exchange.sendResponseHeaders(200, SIZE);
            var drops = 0;
            do {
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
            } while (!await(over, pause) && ++drops < 200);
        })) {
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() ->
                            download(stub, StubDocs.port(patience), (content, size) -> content.readAllBytes().length))
                    .withMessageContaining("takes too long");
        } finally {
            over.countDown();
        }
    }

    private static OnlyofficeProperties patience(Duration idle, Duration whole) {
        var usual = StubDocs.PATIENCE;
        return new OnlyofficeProperties(
                usual.connectTimeout(),
                usual.commandTimeout(),
                usual.downloadAnswerTimeout(),
                idle,
                whole,
                usual.tokenLife());
    }

    private static <T> T download(StubDocs stub, DocumentServers servers, io.dealdocs.shared.ContentSink<T> sink)
            throws IOException {
        return servers.download(stub.docs(), URI.create(stub.url("/file")), SIZE, sink);
    }

    private static void generate(com.sun.net.httpserver.HttpExchange exchange, MessageDigest digest)
            throws IOException {
        exchange.sendResponseHeaders(200, SIZE);
        var slice = new byte[SLICE];
        for (var i = 0; i < SIZE / SLICE; i++) {
            slice[i % SLICE]++;
            digest.update(slice);
            exchange.getResponseBody().write(slice);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean await(CountDownLatch latch, long millis) throws IOException {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
