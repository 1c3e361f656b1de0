package io.dealdocs.sandbox.docs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The other side of a Docs server: it has documents, pages with editors, and takes callbacks as it is told to. */
final class Integrator implements AutoCloseable {

    /** Stands for an answer that does not come for long. */
    static final int HANGS = -1;

    static final String FINE = "{\"error\":0}";

    /** A request that came. */
    record Received(String method, String target, Map<String, String> headers, String body) {}

    private record Reply(int status, String body, @Nullable String location) {}

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<Integer, ConcurrentLinkedQueue<Reply>> replies = new ConcurrentHashMap<>();
    private final Trail<Received> received = new Trail<>();

    Integrator() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new ConcurrentHashMap<>();
            http.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            String path = http.getRequestURI().getPath();
            received.add(
                    new Received(http.getRequestMethod(), http.getRequestURI().toString(), headers, body));
            if (path.startsWith("/callback")) {
                reply(http, body);
            } else {
                file(http, path);
            }
        }
    }

    private void reply(HttpExchange http, String body) throws IOException {
        int status = Json.read(body).path("status").asInt(0);
        ConcurrentLinkedQueue<Reply> queue = replies.get(status);
        Reply reply = queue == null ? null : queue.poll();
        Reply given = reply == null ? new Reply(200, FINE, null) : reply;
        if (given.location() != null) {
            http.getResponseHeaders().set("Location", given.location());
        }
        if (given.status() == HANGS) {
            Timers.pause(Duration.ofSeconds(2));
        }
        if (given.status() <= 0) {
            http.close();
            return;
        }
        answer(http, given.status(), given.body().getBytes(StandardCharsets.UTF_8));
    }

    private void file(HttpExchange http, String path) throws IOException {
        byte[] content = files.get(path);
        if (path.endsWith(".html")) {
            http.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            http.getResponseHeaders().set("Content-Security-Policy", HostPage.POLICY);
        }
        answer(http, content == null ? 404 : 200, content == null ? new byte[0] : content);
    }

    private static void answer(HttpExchange http, int status, byte[] body) throws IOException {
        http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = http.getResponseBody()) {
            out.write(body);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Puts a file where it can be fetched; gives its address. */
    String put(String path, byte[] content) {
        files.put(path, content);
        return origin() + path;
    }

    /** How the next callback with this status is answered; status code 0 drops the connection. */
    void answerNext(int callbackStatus, int httpStatus, String body) {
        replies.computeIfAbsent(callbackStatus, s -> new ConcurrentLinkedQueue<>())
                .add(new Reply(httpStatus, body, null));
    }

    /** Answers well again. */
    void answerWell() {
        replies.clear();
    }

    void redirectNext(int callbackStatus, String location) {
        replies.computeIfAbsent(callbackStatus, s -> new ConcurrentLinkedQueue<>())
                .add(new Reply(302, "", origin() + location));
    }

    Received await(String method, String containing) {
        return received.await(
                request -> request.method().equals(method) && request.target().contains(containing),
                1,
                Duration.ofSeconds(10),
                method + " " + containing);
    }

    /** Waits until a callback of this key and status has arrived, answered or not. */
    void awaitCallback(String key, int status) {
        received.await(
                request -> request.target().endsWith("key=" + key)
                        && Json.read(request.body()).path("status").asInt(0) == status,
                1,
                Duration.ofSeconds(10),
                "callback " + status + " of " + key);
    }

    long count(String method, String containing) {
        return received.all().stream()
                .filter(request ->
                        request.method().equals(method) && request.target().contains(containing))
                .count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
