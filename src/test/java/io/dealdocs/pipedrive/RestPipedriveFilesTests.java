package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.shared.FileId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that read and change files, and how often they are made. */
class RestPipedriveFilesTests {

    private static final String FILE = "/api/v1/files/5";

    private final StubPipedrive stub = StubPipedrive.start();
    private final RestPipedrive port = Port.to(stub);
    private final PipedriveFiles files = port.files();

    @AfterEach
    void stop() {
        port.close();
        stub.close();
    }

    private PipedriveFile file() {
        return files.file(Port.access(stub), new FileId(5));
    }

    @Test
    void renamesByAForm() {
        stub.onJson("PUT " + FILE, 200, Port.data(Port.file(5, "Ä & b=c.docx", "")));

        PipedriveFile file = files.rename(Port.access(stub), new FileId(5), "Ä & b=c.docx");

        assertThat(stub.only().header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(stub.only().body()).isEqualTo("name=%C3%84+%26+b%3Dc.docx");
        assertThat(file.name()).isEqualTo("Ä & b=c.docx");
    }

    @Test
    void deletesOnce() {
        stub.onJson("DELETE " + FILE, 200, Port.data("{\"id\":5}"));

        files.delete(Port.access(stub), new FileId(5));

        assertThat(stub.only().method()).isEqualTo("DELETE");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void deletingWhatIsGoneIsNoError(int status) {
        stub.onJson("DELETE " + FILE, status, "{\"success\":false,\"error\":\"File not found\"}");

        files.delete(Port.access(stub), new FileId(5));

        assertThat(stub.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void repeatsNoChange(String method) {
        stub.onJson(method + " " + FILE, 503, "{}");

        assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(() -> {
            if (method.equals("PUT")) {
                files.rename(Port.access(stub), new FileId(5), "x");
            } else {
                files.delete(Port.access(stub), new FileId(5));
            }
        });
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void readsAgainWhenPipedriveIsOutForAMoment() {
        stub.on(
                "GET " + FILE,
                StubPipedrive.inTurn(
                        StubPipedrive.json(503, "{}"),
                        StubPipedrive.hangUp(),
                        StubPipedrive.json(200, Port.data(Port.file(5, "a.txt", "")))));

        assertThat(file().name()).isEqualTo("a.txt");
        assertThat(stub.asked()).hasSize(3);
    }

    @Test
    void givesUpReadingAfterThreeTries() {
        stub.onJson("GET " + FILE, 502, "<html>");

        assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(this::file);
        assertThat(stub.asked()).hasSize(3);
    }

    @Test
    void readsARefusalOnlyOnce() {
        for (int status : List.of(400, 401, 403, 404, 429)) {
            stub.asked().clear();
            stub.onJson("GET " + FILE, status, "{\"success\":false}");

            assertThatExceptionOfType(PipedriveException.class).isThrownBy(this::file);
            assertThat(stub.asked()).as("status %s", status).hasSize(1);
        }
    }

    @Test
    void takesTwoHundredWithSuccessFalseAsRejected() {
        stub.onJson("GET " + FILE, 200, "{\"success\":\"false\",\"error\":\"Something about the file\"}");

        assertThatExceptionOfType(PipedriveException.Rejected.class)
                .isThrownBy(this::file)
                .withMessageContaining("Something about the file");
    }

    @Test
    void takesAPageInsteadOfJsonAsUnavailable() {
        stub.on("GET " + FILE, StubPipedrive.answer(200, "text/html", "<html>Maintenance</html>"));

        assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(this::file);
    }

    @Test
    void followsNoRedirectWithTheToken() {
        try (StubPipedrive elsewhere = StubPipedrive.start()) {
            stub.on("GET " + FILE, StubPipedrive.redirect(302, elsewhere.url("/x")));

            assertThatExceptionOfType(PipedriveException.Rejected.class).isThrownBy(this::file);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }
}
