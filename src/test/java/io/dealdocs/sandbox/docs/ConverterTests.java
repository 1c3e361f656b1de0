package io.dealdocs.sandbox.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The conversion service: its tokens, its errors, its cache. */
class ConverterTests {

    private static Stage stage;
    private static String url;

    @BeforeAll
    static void start() throws IOException {
        stage = new Stage();
        url = stage.host.put("/files/convert.docx", Documents.docx("Words to convert"));
    }

    @AfterEach
    void reset() {
        stage.docs.reset();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static ObjectNode request(String key, String type) {
        return Json.object()
                .put("filetype", "docx")
                .put("key", key)
                .put("outputtype", type)
                .put("url", url);
    }

    private static JsonNode convert(ObjectNode request) throws IOException, InterruptedException {
        String body = Json.write(Json.object().put("token", Config.token(request, stage.docs.secret())));
        return Json.read(stage.post("/converter", body).body());
    }

    @Test
    void makesAPdfOfATextDocument() throws Exception {
        JsonNode done = convert(request("v1", "pdf").put("title", "My file.docx"));
        assertThat(done.path("percent").asInt()).isEqualTo(100);
        assertThat(done.path("fileType").asString()).isEqualTo("pdf");
        assertThat(done.path("fileUrl").asString()).contains("My_file.pdf");
        String pdf = new String(stage.get(done.path("fileUrl").asString()).body(), StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF-").contains("Words to convert").endsWith("%%EOF\n");
    }

    @Test
    void saysInTheBodyWhatWentWrong() throws Exception {
        assertThat(Json.read(stage.post("/converter", "{}").body())).isEqualTo(Json.read("{\"error\":-8}"));
        assertThat(convert(request("a/b", "pdf"))).isEqualTo(Json.read("{\"error\":-7}"));
        assertThat(convert(request("v2", "dance"))).isEqualTo(Json.read("{\"error\":-7}"));
        assertThat(convert(request("v3", "pdf").put("url", url + ".nowhere"))).isEqualTo(Json.read("{\"error\":-4}"));
        assertThat(stage.host.count("GET", ".nowhere")).isEqualTo(3);
        assertThat(convert(request("v3", "pdf")).path("endConvert").asBoolean(false))
                .isTrue();
        assertThat(convert(request("v4", "pdf").put("filetype", "xlsx"))).isEqualTo(Json.read("{\"error\":-3}"));
    }

    @Test
    void keepsResultsByKeyAndFormatWhateverElseIsAsked() throws Exception {
        convert(request("v5", "txt"));
        long fetched = stage.host.count("GET", "/files/convert.docx");
        JsonNode again = convert(request("v5", "txt").put("url", "http://127.0.0.1:1/other.docx"));
        assertThat(again.path("endConvert").asBoolean(false)).isTrue();
        assertThat(stage.host.count("GET", "/files/convert.docx")).isEqualTo(fetched);
    }

    @Test
    void answersAnAsynchronousRequestOnTheNextOne() throws Exception {
        ObjectNode request = request("v6", "pdf").put("async", true);
        assertThat(convert(request)).isEqualTo(Json.read("{\"percent\":0,\"endConvert\":false}"));
        assertThat(convert(request).path("percent").asInt()).isEqualTo(100);
    }

    @Test
    void speaksXmlAtTheOldAddressUnlessAskedForJson() throws Exception {
        String body = Json.write(Json.object().put("token", Config.token(request("v7", "pdf"), stage.docs.secret())));
        assertThat(stage.post("/ConvertService.ashx", body).body())
                .startsWith("<?xml")
                .contains("<EndConvert>true");
        assertThat(stage.post("/ConvertService.ashx", body, "Accept", "application/json")
                        .body())
                .startsWith("{");
    }
}
