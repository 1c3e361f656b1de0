package io.dealdocs.sandbox.docs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A sandbox, the other side, and what tests do with both. */
final class Stage implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(10);

    final DocsSandbox docs;
    final Integrator host;
    private final HttpClient http = HttpClient.newHttpClient();

    Stage() throws IOException {
        this(DocsSandboxOptions.quick());
    }

    Stage(DocsSandboxOptions options) throws IOException {
        docs = DocsSandbox.start(options);
        host = new Integrator();
    }

    /** A config for a text document of these paragraphs. */
    Config docx(String key, String... paragraphs) {
        try {
            String url = host.put("/files/" + key + ".docx", Documents.docx(paragraphs));
            return Config.of(docs, key, url, host.origin() + "/callback?key=" + key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The payload of a callback's body token, checked. */
    ObjectNode verified(CallbackRecord callback) throws JwtException {
        return Jwt.verify(callback.body().path("token").asString(""), docs.secret(), Instant.now());
    }

    HttpResponse<byte[]> get(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(docs.origin() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a command with a body token. */
    JsonNode command(ObjectNode command) throws IOException, InterruptedException {
        String token = Config.token(command, docs.secret());
        return Json.read(
                post("/command", Json.write(Json.object().put("token", token))).body());
    }

    /** The text of the text document a callback points to. */
    String savedText(CallbackRecord callback) throws IOException, InterruptedException {
        byte[] file = get(callback.body().path("url").asString("")).body();
        return text(new ByteArrayInputStream(file));
    }

    static String text(InputStream docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(docx)) {
            return String.join(
                    "|",
                    document.getParagraphs().stream()
                            .map(XWPFParagraph::getText)
                            .toList());
        }
    }

    @Override
    public void close() {
        docs.close();
        host.close();
    }
}
