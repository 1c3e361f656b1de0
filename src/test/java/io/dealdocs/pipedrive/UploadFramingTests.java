package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a file and its name look on their way out. */
@Timeout(60)
class UploadFramingTests {

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
    @ValueSource(ints = {200, 201})
    void framesTheFileToTheByte(int status) {
        stub.onJson(POST, status, Port.data(Port.file(9, "Offer ä€😀.txt", "")));

        PipedriveFile file = upload(Port.newFile("Offer ä€😀.txt", "line\r\n--x\r\n"));

        StubPipedrive.Asked asked = stub.only();
        String boundary = asked.header("Content-Type").replace("multipart/form-data; boundary=", "");
        String expected = "--" + boundary + "\r\n"
                + "Content-Disposition: form-data; name=\"deal_id\"\r\n\r\n7\r\n"
                + "--" + boundary + "\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"Offer ä€😀.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n"
                + "line\r\n--x\r\n\r\n"
                + "--" + boundary + "--\r\n";
        assertThat(asked.body()).isEqualTo(expected);
        assertThat(asked.header("Content-Length"))
                .isEqualTo(String.valueOf(expected.getBytes(StandardCharsets.UTF_8).length));
        assertThat(asked.headers()).doesNotContainKey("Transfer-Encoding");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer " + Port.TOKEN.reveal());
        assertThat(file.id()).isEqualTo(new FileId(9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"say \"hi\".txt|say %22hi%22.txt", "a\\b;c'd.txt|a\\b;c'd.txt", "100%22.txt|100%22.txt"})
    void writesNamesAsBrowsersDo(String name, String written) {
        assertThat(MultipartForm.escaped(name)).isEqualTo(written);
    }

    @Test
    void letsNoNameBreakTheFrame() {
        String name = "a\r\nX-Evil: 1\r\n\r\n\"b.txt";
        stub.onJson(POST, 200, Port.data(Port.file(9, "x", ""))).onJson("PUT /api/v1/files/9", 503, "{}");

        upload(Port.newFile(name, "c"));

        assertThat(stub.asked().getFirst().body()).contains("filename=\"a%0D%0AX-Evil: 1%0D%0A%0D%0A%22b.txt\"\r\n");
    }

    @Test
    void letsNoMediaTypeBreakTheFrame() {
        stub.onJson(POST, 200, Port.data(Port.file(9, "a.txt", "")));

        upload(new NewPipedriveFile(new DealId(7), "a.txt", "text/plain\r\nX-Evil: 1", Port.content("c")));

        assertThat(stub.only().body())
                .contains("Content-Type: application/octet-stream\r\n\r\nc")
                .doesNotContain("Evil");
    }

    @Test
    void uploadsAnEmptyFile() {
        stub.onJson(POST, 200, Port.data(Port.file(9, "a.txt", "")));

        upload(Port.newFile("a.txt", ""));

        assertThat(stub.only().body()).contains("\r\n\r\n\r\n--");
    }

    @Test
    void repairsAMisreadName() {
        stub.onJson(POST, 200, Port.data(Port.file(9, "Offer ??.txt", "")))
                .onJson("PUT /api/v1/files/9", 200, Port.data(Port.file(9, "Offer ä.txt", "")));

        assertThat(upload(Port.newFile("Offer ä.txt", "c")).name()).isEqualTo("Offer ä.txt");
        assertThat(stub.asked().getLast().body()).isEqualTo("name=Offer+%C3%A4.txt");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500})
    void answersTheFileEvenIfItsNameCannotBeRepaired(int status) {
        stub.onJson(POST, 200, Port.data(Port.file(9, "misread.txt", ""))).onJson("PUT /api/v1/files/9", status, "{}");

        PipedriveFile file = upload();

        assertThat(file.id()).isEqualTo(new FileId(9));
        assertThat(file.name()).isEqualTo("misread.txt");
    }
}
