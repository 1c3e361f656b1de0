package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.shared.ContentSource;
import io.dealdocs.shared.DealId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of a file on its way out. */
@Timeout(60)
class FileUploadTests {

    private static final String POST = "POST /api/v1/files";

    private final StubPipedrive stub = StubPipedrive.start();
    private final RestPipedrive port = Port.to(stub);

    @AfterEach
    void stop() {
        port.close();
        stub.close();
    }

    private PipedriveFile upload(NewPipedriveFile file) {
        return port.files().upload(Port.access(stub), file);
    }

    private PipedriveFile upload() {
        return upload(Port.newFile("a.txt", "the content"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void saysThatTheAnswerIsLostWhenAServerFails(int status) {
        stub.on(POST, StubPipedrive.answer(status, "text/html", "<html>"));

        assertThatExceptionOfType(PipedriveException.AnswerLost.class).isThrownBy(this::upload);
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void saysThatTheAnswerIsLostWhenTheServerHangsUp() {
        stub.on(POST, StubPipedrive.hangUp());

        assertThatExceptionOfType(PipedriveException.AnswerLost.class).isThrownBy(this::upload);
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void saysThatTheAnswerIsLostWhenTheServerHangsUpInTheMiddleOfTheFile() {
        stub.onStream(POST, (exchange, body) -> {
            exchange.getRequestBody().readNBytes(100_000);
            exchange.close();
        });

        assertThatExceptionOfType(PipedriveException.AnswerLost.class)
                .isThrownBy(() -> upload(
                        new NewPipedriveFile(new DealId(7), "a", "a/b", GeneratedContent.of(64L * 1024 * 1024))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>OK</html>", "", "{\"success\":true,\"data\":null}", "{\"success\":true,\"da"})
    void saysThatTheAnswerIsLostWhenItCannotBeRead(String answer) {
        stub.onJson(POST, 200, answer);

        assertThatExceptionOfType(PipedriveException.AnswerLost.class).isThrownBy(this::upload);
    }

    @Test
    void saysThatTheAnswerIsLostWhenItIsTorn() {
        stub.on(POST, (exchange, body) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"success\":true,".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        });

        assertThatExceptionOfType(PipedriveException.AnswerLost.class).isThrownBy(this::upload);
    }

    @Test
    void saysThatTheAnswerIsLostWhenItDoesNotComeInTime() {
        CountDownLatch end = new CountDownLatch(1);
        stub.on(POST, (exchange, body) -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        try (RestPipedrive impatient = Port.to(stub, Duration.ofMillis(300), Duration.ofMillis(300))) {
            assertThatExceptionOfType(PipedriveException.AnswerLost.class)
                    .isThrownBy(() -> impatient.files().upload(Port.access(stub), Port.newFile("a", "b")));
        } finally {
            end.countDown();
        }
    }

    @Test
    void saysThatNothingWasSentWhenTheConnectionIsRefused() {
        PipedriveAccess nobodyThere;
        try (StubPipedrive gone = StubPipedrive.start()) {
            nobodyThere = Port.access(gone);
        }

        assertThatExceptionOfType(PipedriveException.Unavailable.class)
                .isThrownBy(() -> port.files().upload(nobodyThere, Port.newFile("a", "b")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, Rejected",
        "401, Unauthorized",
        "402, AccountClosed",
        "403, Forbidden",
        "404, NotFound",
        "413, TooLarge",
        "422, Rejected",
        "429, RateLimited",
        "302, Rejected"
    })
    void takesARefusalAsWhatItIs(int status, String kind) {
        stub.onJson(POST, status, "{\"success\":false,\"error\":\"no\"}");

        assertThatExceptionOfType(PipedriveException.class)
                .isThrownBy(this::upload)
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind));
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void takesSuccessFalseAsRejected() {
        stub.onJson(POST, 200, "{\"success\":false,\"error\":\"no storage left\"}");

        assertThatExceptionOfType(PipedriveException.Rejected.class)
                .isThrownBy(this::upload)
                .withMessageContaining("no storage left");
    }

    @Test
    void takesARefusalThatComesBeforeTheFileIsThroughAsWhatItIs() {
        stub.onStream(POST, (exchange, body) -> {
            StubPipedrive.json(413, "{\"success\":false}").to(exchange, body);
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        });

        assertThatExceptionOfType(PipedriveException.TooLarge.class)
                .isThrownBy(() -> upload(
                        new NewPipedriveFile(new DealId(7), "a", "a/b", GeneratedContent.of(16L * 1024 * 1024))));
    }

    @Test
    void blamesNobodyElseWhenTheContentCannotBeOpened() {
        stub.onJson(POST, 200, Port.data(Port.file(9, "a.txt", "")));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> upload(source(100, () -> {
                    throw new IOException("no such content");
                })));
    }

    @Test
    void completesNoFileFromAContentThatIsTooShort() {
        stub.onJson(POST, 200, Port.data(Port.file(9, "a.txt", "")));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> upload(source(100_000, () -> new ByteArrayInputStream(new byte[99_999]))));
        assertThat(stub.asked()).isEmpty();
    }

    /** Opens a content. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    private static NewPipedriveFile source(long size, Opening opening) {
        return new NewPipedriveFile(new DealId(7), "a.txt", "text/plain", new ContentSource() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                return opening.open();
            }
        });
    }
}
