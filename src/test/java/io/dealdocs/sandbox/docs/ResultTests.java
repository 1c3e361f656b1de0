package io.dealdocs.sandbox.docs;

import static io.dealdocs.sandbox.docs.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The addresses of results: signed, for a while, and with ranges. */
class ResultTests {

    private static Stage stage;

    @BeforeAll
    static void start() throws IOException {
        stage = new Stage();
    }

    @AfterEach
    void reset() {
        stage.docs.reset();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static String saved(String key) throws OpenRefusedException {
        try (HeadlessEditor editor = stage.docs.open(stage.docx(key, "Old").signed())) {
            editor.type("p0", "New");
        }
        return stage.docs.awaitCallback(key, 2, SOON).body().path("url").asString("");
    }

    @Test
    void looksLikeTheRealOneAndNeedsNoToken() throws Exception {
        String url = saved("r1");
        assertThat(url)
                .matches(
                        stage.docs.origin()
                                + "/cache/files/data/r1_\\d+/output\\.docx/output\\.docx\\?md5=[^&]+&expires=\\d+&filename=output\\.docx");
        HttpResponse<byte[]> answer = stage.get(url);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0))
                .isEqualTo(answer.body().length);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void answersHeadAndRanges() throws Exception {
        String url = saved("r2");
        byte[] whole = stage.get(url).body();
        HttpResponse<Void> head = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).HEAD().build(), HttpResponse.BodyHandlers.discarding());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isEqualTo(whole.length);
        HttpResponse<byte[]> part = stage.get(url, "Range", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 10-19/" + whole.length);
        assertThat(stage.get(url, "Range", "bytes=-5").body())
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 5, whole.length));
        assertThat(stage.get(url, "Range", "bytes=99999999-").statusCode()).isEqualTo(416);
    }

    @Test
    void isForbiddenWhenChangedAndGoneWhenOld() throws Exception {
        String url = saved("r3");
        assertThat(stage.get(url.replace("md5=", "md5=x")).statusCode()).isEqualTo(403);
        assertThat(stage.get(url.replaceFirst("expires=1", "expires=2")).statusCode())
                .isEqualTo(403);
        assertThat(stage.get(url.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(403);
        stage.docs.advanceClock(Duration.ofSeconds(901));
        assertThat(stage.get(url).statusCode()).isEqualTo(410);
    }

    @Test
    void hasTheHostTheBrowserUsed() throws Exception {
        String port = stage.docs.origin().replaceAll(".*:", "");
        String config = Json.write(stage.docx("r4", "Old").signed());
        HttpResponse<String> opened = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/editor/open"))
                                .POST(HttpRequest.BodyPublishers.ofString(config))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        String id = Json.read(opened.body()).path("id").asString("");
        stage.post("/editor/" + id + "/changes", "{\"changes\":[{\"block\":\"p0\",\"text\":\"New\"}]}");
        stage.post("/editor/" + id + "/close", "");
        assertThat(stage.docs.awaitCallback("r4", 2, SOON).body().path("url").asString(""))
                .startsWith("http://localhost:" + port + "/cache/");
    }

    @Test
    void mayCarryTheShardKeyOfAnotherDocument() throws Exception {
        stage.get(stage.docs.origin() + "/web-apps/apps/api/documents/api.js?shardkey=other");
        assertThat(saved("r5")).contains("&shardkey=other&");
        assertThat(stage.get(saved("r6")).statusCode()).isEqualTo(200);
    }

    @Test
    void breaksAsItIsTold() throws Exception {
        String url = saved("r7");
        stage.docs.faults().add(Fault.once(FaultName.RESULT_GONE).forKey("r7"));
        assertThat(stage.get(url).statusCode()).isEqualTo(410);
        stage.docs.faults().add(Fault.once(FaultName.RESULT_CUT).forKey("another"));
        assertThat(stage.get(url).statusCode()).isEqualTo(200);
        stage.docs.faults().add(Fault.once(FaultName.RESULT_CUT).forKey("r7"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> stage.get(url));
        stage.docs.faults().add(Fault.once(FaultName.RESULT_SLOW).millis(30));
        long started = System.nanoTime();
        assertThat(stage.get(url).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(25));
    }
}
