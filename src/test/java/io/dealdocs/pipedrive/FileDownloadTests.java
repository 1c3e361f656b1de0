package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.FileId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on their way in. */
@Timeout(60)
class FileDownloadTests {

    private static final String DOWNLOAD = "GET /api/v1/files/5/download";
    private static final String STORED = "GET /bucket/key";
    private static final String SIGNED = "/bucket/key?X-Amz-Signature=signature-nobody-may-see&name=a%20b%2Fc";
    private static final ContentSink<String> AS_TEXT =
            (content, size) -> size + ":" + new String(content.readAllBytes(), StandardCharsets.UTF_8);

    private final StubPipedrive stub = StubPipedrive.start();
    private final StubPipedrive storage = StubPipedrive.start();
    private final RestPipedrive port = Port.to(stub);

    @AfterEach
    void stop() {
        port.close();
        stub.close();
        storage.close();
    }

    private <T> T download(ContentSink<T> sink) throws IOException {
        return port.files().download(Port.access(stub), new FileId(5), sink);
    }

    private void redirectToStorage() {
        stub.on(DOWNLOAD, StubPipedrive.redirect(302, storage.url(SIGNED)));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void goesToTheStorageWithoutTheToken(int status) throws IOException {
        stub.on(DOWNLOAD, StubPipedrive.redirect(status, storage.url(SIGNED)));
        storage.on(STORED, StubPipedrive.answer(200, "application/octet-stream", "the content"));

        assertThat(download(AS_TEXT)).isEqualTo("11:the content");

        assertThat(stub.only().header("Authorization")).isEqualTo("Bearer " + Port.TOKEN.reveal());
        assertThat(storage.only().headers()).doesNotContainKey("Authorization");
        assertThat(storage.only().headers().values().toString()).doesNotContain(Port.TOKEN.reveal());
        assertThat(storage.only().target()).isEqualTo(SIGNED);
        assertThat(storage.only().header("Host")).isEqualTo(storage.url().getAuthority());
    }

    @Test
    void takesTheContentFromPipedriveItself() throws IOException {
        stub.on(DOWNLOAD, StubPipedrive.answer(200, "application/octet-stream", "the content"));

        assertThat(download(AS_TEXT)).isEqualTo("11:the content");
    }

    @Test
    void takesAnEmptyFile() throws IOException {
        redirectToStorage();
        storage.on(STORED, (exchange, body) -> {
            exchange.getResponseHeaders().set("Content-Length", "0");
            exchange.sendResponseHeaders(200, -1);
        });

        assertThat(download(AS_TEXT)).isEqualTo("0:");
    }

    @Test
    void saysThatTheLengthIsUnknown() throws IOException {
        redirectToStorage();
        storage.on(STORED, (exchange, body) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("in chunks".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(download(AS_TEXT)).isEqualTo("-1:in chunks");
    }

    @Test
    void runsTheSinkOnTheCallersThread() throws IOException {
        stub.on(DOWNLOAD, StubPipedrive.answer(200, "text/plain", "x"));
        AtomicReference<Thread> thread = new AtomicReference<>();

        download((content, size) -> {
            thread.set(Thread.currentThread());
            return content.read();
        });

        assertThat(thread.get()).isSameAs(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1000\r\n\r\nonly the beginning",
                "Transfer-Encoding: chunked\r\n\r\n12\r\nonly the beginning\r\n",
                "Transfer-Encoding: chunked\r\n\r\n400\r\nonly the beginning"
            })
    void neverEndsSilentlyWhenTheConnectionIsCut(String answer) throws IOException {
        try (RawServer cut = RawServer.saying("HTTP/1.1 200 OK\r\n" + answer)) {
            stub.on(DOWNLOAD, StubPipedrive.redirect(302, cut.url()));

            assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(() -> download(AS_TEXT));
        }
    }

    @Test
    void saysThatItWasCutEvenIfTheSinkHidesIt() {
        redirectToStorage();
        storage.on(STORED, (exchange, body) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        });

        assertThatExceptionOfType(PipedriveException.Unavailable.class)
                .isThrownBy(() -> download((content, size) -> {
                    try {
                        return content.readAllBytes().length;
                    } catch (RuntimeException e) {
                        return 10;
                    }
                }));
    }

    @Test
    void passesOnWhatTheSinkThrows() {
        stub.on(DOWNLOAD, StubPipedrive.answer(200, "text/plain", "x"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> download((content, size) -> {
                    throw new IOException("the disk is full");
                }))
                .withMessage("the disk is full");
    }

    @Test
    void waitsNoLongerThanTheLimitForAContentThatStops() {
        CountDownLatch end = new CountDownLatch(1);
        stub.on(DOWNLOAD, (exchange, body) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            awaitQuietly(end);
        });

        try (RestPipedrive impatient = Port.to(stub, Duration.ofMillis(300), Duration.ofSeconds(30))) {
            assertThatExceptionOfType(PipedriveException.Unavailable.class)
                    .isThrownBy(() -> impatient.files().download(Port.access(stub), new FileId(5), AS_TEXT))
                    .withMessageContaining("in time");
        } finally {
            end.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void triesAnUnreachableStorageAgainWithoutAskingPipedriveAgain() throws IOException {
        redirectToStorage();
        storage.on(
                STORED,
                StubPipedrive.inTurn(
                        StubPipedrive.answer(503, "text/xml", "<Error/>"),
                        StubPipedrive.hangUp(),
                        StubPipedrive.answer(200, "text/plain", "x")));

        assertThat(download(AS_TEXT)).isEqualTo("1:x");
        assertThat(stub.asked()).hasSize(1);
        assertThat(storage.asked()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void takesARefusalOfTheStorageForNobodysLackOfRights(int status) {
        redirectToStorage();
        storage.on(STORED, StubPipedrive.answer(status, "application/xml", "<Error>Request has expired</Error>"));

        assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(() -> download(AS_TEXT));
    }

    @Test
    void takesARefusalOfPipedriveAsWhatItIs() {
        stub.onJson(DOWNLOAD, 404, "{\"success\":false,\"error\":\"File not found\"}");

        assertThatExceptionOfType(PipedriveException.NotFound.class)
                .isThrownBy(() -> download(AS_TEXT))
                .withMessageContaining("File not found");
    }

    @Test
    void goesNowhereWithAnUnusableLocation() {
        stub.on(DOWNLOAD, StubPipedrive.answer(302, "text/html", "moved", "Location", "/bucket/key"));

        assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(() -> download(AS_TEXT));
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void endsARingOfRedirects() {
        redirectToStorage();
        storage.on(STORED, StubPipedrive.redirect(302, storage.url(SIGNED)));

        assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(() -> download(AS_TEXT));
        assertThat(storage.asked()).hasSizeLessThan(5);
    }
}
