package io.dealdocs.sandbox.docs;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One request and its answer. */
final class Exchange {

    private static final int BODY_LIMIT = 32 << 20;

    private final HttpExchange http;
    private byte @Nullable [] body;
    private final Consumer<Exchange> answering;
    private int status;

    /** The one who keeps the log is told of an answer just before it goes out, so that nobody can look too early. */
    Exchange(HttpExchange http, Consumer<Exchange> answering) {
        this.http = http;
        this.answering = answering;
    }

    String method() {
        return http.getRequestMethod();
    }

    boolean isPost() {
        return method().equals("POST");
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    String target() {
        return http.getRequestURI().toString();
    }

    @Nullable String header(String name) {
        return http.getRequestHeaders().getFirst(name);
    }

    private String header(String name, String absent) {
        String value = header(name);
        return value == null ? absent : value;
    }

    /** A query parameter, empty if it is not there. */
    String query(String name) {
        String raw = http.getRequestURI().getRawQuery();
        return Arrays.stream(raw == null ? new String[0] : raw.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    int query(String name, int absent) {
        String value = query(name);
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : absent;
    }

    /** How the caller addresses this server. */
    String base() {
        String host = header("X-Forwarded-Host", header("Host", "127.0.0.1"));
        return header("X-Forwarded-Proto", "http") + "://" + host;
    }

    byte[] body() throws IOException {
        byte[] read = body;
        if (read == null) {
            read = http.getRequestBody().readNBytes(BODY_LIMIT);
            body = read;
        }
        return read;
    }

    /** The body as text if somebody has read it. */
    String textSoFar() {
        byte[] read = body;
        return read == null ? "" : new String(read, StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
        return Json.read(body());
    }

    void set(String name, String value) {
        http.getResponseHeaders().set(name, value);
    }

    /** Begins an answer of this length; 0 for one of unknown length. */
    OutputStream begin(int code, long length) throws IOException {
        status = code;
        answering.accept(this);
        http.sendResponseHeaders(code, length);
        return http.getResponseBody();
    }

    void empty(int code) throws IOException {
        status = code;
        answering.accept(this);
        http.sendResponseHeaders(code, -1);
    }

    void answer(int code, String type, byte[] content) throws IOException {
        set("Content-Type", type);
        if (method().equals("HEAD")) {
            empty(code);
            return;
        }
        try (OutputStream out = begin(code, content.length == 0 ? -1 : content.length)) {
            out.write(content);
        }
    }

    void answer(int code, String plain) throws IOException {
        answer(code, "text/plain; charset=utf-8", plain.getBytes(StandardCharsets.UTF_8));
    }

    void json(Object value) throws IOException {
        answer(200, "application/json; charset=utf-8", Json.bytes(value));
    }

    /** Ends the connection, whatever has been sent so far. */
    void cut() {
        http.close();
    }

    int status() {
        return status;
    }
}
