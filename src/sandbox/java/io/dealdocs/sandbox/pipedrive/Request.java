package io.dealdocs.sandbox.pipedrive;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One HTTP request, in the words of the handlers, with the notes that end up in the request log. */
final class Request {
    private static final int SMALL_BODY = 1024 * 1024;
    static final String FORM = "application/x-www-form-urlencoded";

    private final HttpExchange exchange;
    private final Map<String, String> variables;
    private final Trace trace;

    Request(HttpExchange exchange) {
        this(exchange, Map.of(), new Trace());
    }

    private Request(HttpExchange exchange, Map<String, String> variables, Trace trace) {
        this.exchange = exchange;
        this.variables = variables;
        this.trace = trace;
    }

    /** What the log will say about a request beyond its first line. */
    static final class Trace {
        @Nullable Member member;

        int cost;
    }

    Request withVariables(Map<String, String> found) {
        return new Request(exchange, found, trace);
    }

    Trace trace() {
        return trace;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    Form query() {
        return Form.parse(
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    }

    String variable(String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }

    /** A numeric path variable; anything else is no such thing. */
    long number(String name) {
        String text = variable(name);
        if (!text.matches("[0-9]{1,18}")) {
            throw new Refusal(Answers.notFound("Object was not found."));
        }
        return Long.parseLong(text);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    Optional<String> cookie(String name) {
        List<String> headers = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
        return headers.stream()
                .flatMap(header -> List.of(header.split(";", -1)).stream())
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> HttpCookie.parse(pair).getFirst().getValue())
                .findFirst();
    }

    /** The media type without parameters, in lower case; empty if there is none. */
    String contentType() {
        String whole = header("Content-Type").orElse("");
        int end = whole.indexOf(';');
        return (end < 0 ? whole : whole.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    OptionalLong contentLength() {
        return header("Content-Length")
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    InputStream body() {
        return exchange.getRequestBody();
    }

    Form form() throws IOException {
        return Form.parse(new String(smallBody(), StandardCharsets.UTF_8));
    }

    JsonNode json() throws IOException {
        try {
            return Json.MAPPER.readTree(smallBody());
        } catch (JacksonException e) {
            throw new Refusal(Answer.text(400, "The body is not JSON: " + e.getOriginalMessage()));
        }
    }

    private byte[] smallBody() throws IOException {
        byte[] bytes = body().readNBytes(SMALL_BODY + 1);
        if (bytes.length > SMALL_BODY) {
            throw new Refusal(Answer.text(413, "The body is too large"));
        }
        return bytes;
    }
}
