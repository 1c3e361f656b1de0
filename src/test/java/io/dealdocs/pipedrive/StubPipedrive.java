package io.dealdocs.pipedrive;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers exactly what a test told it, records what it was asked, and refuses everything else. */
final class StubPipedrive implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Set<String> streamed = ConcurrentHashMap.newKeySet();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** What the server does with a request. */
    @FunctionalInterface
    interface Reply {
        void to(HttpExchange exchange, byte[] body) throws IOException;
    }

    /** A request as it came. */
    record Asked(String method, String target, Headers headers, String body) {
        String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    private StubPipedrive(HttpServer server) {
        this.server = server;
    }

    static StubPipedrive start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StubPipedrive stub = new StubPipedrive(server);
            server.setExecutor(stub.threads);
            server.createContext("/", stub::handle);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI url(String path) {
        return url().resolve(path);
    }

    /** Says what to do with a request, named like {@code GET /api/v1/users/me} without its query. */
    StubPipedrive on(String request, Reply reply) {
        replies.put(request, reply);
        return this;
    }

    /** The same, but the request's body is left for the reply to read. */
    StubPipedrive onStream(String request, Reply reply) {
        streamed.add(request);
        return on(request, reply);
    }

    StubPipedrive onJson(String request, int status, String json) {
        return on(request, json(status, json));
    }

    static Reply json(int status, String json, String... headers) {
        return answer(status, "application/json; charset=utf-8", json, headers);
    }

    static Reply answer(int status, String contentType, String text, String... headers) {
        return (exchange, body) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Reply redirect(int status, URI location) {
        return answer(status, "text/html", "moved", "Location", location.toString());
    }

    /** Reads the request to its end and hangs up. */
    static Reply hangUp() {
        return (exchange, body) -> exchange.close();
    }

    /** Answers the first replies once each and the last one from then on. */
    static Reply inTurn(Reply... inTurn) {
        AtomicInteger turn = new AtomicInteger();
        return (exchange, body) -> inTurn[Math.min(turn.getAndIncrement(), inTurn.length - 1)].to(exchange, body);
    }

    List<Asked> asked() {
        return asked;
    }

    Asked only() {
        if (asked.size() != 1) {
            throw new AssertionError("expected one request: " + asked.size());
        }
        return asked.getFirst();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            byte[] body = streamed.contains(request)
                    ? new byte[0]
                    : exchange.getRequestBody().readAllBytes();
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(body, StandardCharsets.UTF_8)));
            replies.getOrDefault(request, answer(599, "text/plain", "the test said nothing about " + request))
                    .to(exchange, body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
