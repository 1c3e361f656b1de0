package io.dealdocs.onlyoffice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.dealdocs.shared.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.web.reactive.function.client.WebClient;

/** A server that answers what a test wants and remembers what it was asked; with the port under test pointed at it. */
final class StubDocs implements AutoCloseable {

    /** One request that came in. */
    record Request(String method, String target, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    static final Secret SECRET = new Secret("short-secret");
    static final OnlyofficeProperties PATIENCE = new OnlyofficeProperties(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5));

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    StubDocs(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(request(exchange));
                handler.handle(exchange);
            }
        });
        server.start();
    }

    static StubDocs answering(int status, String body) throws IOException {
        return new StubDocs(exchange -> answer(exchange, status, body));
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Request request(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** A server that browsers reach elsewhere. */
    DocsServer behind(String publicUrl) {
        return new DocsServer(URI.create(publicUrl), URI.create(url("")), SECRET, "Authorization");
    }

    DocsServer docs() {
        return behind(url(""));
    }

    DocsServer docs(String header) {
        return new DocsServer(URI.create(url("")), URI.create(url("")), SECRET, header);
    }

    static DocumentServers port(OnlyofficeProperties properties) {
        return port(properties, new OutsideNames(List.of()));
    }

    static DocumentServers port(OnlyofficeProperties properties, OutsideNames names) {
        var client = DocsHttpClient.create(WebClient.builder(), DocsHttpClient.connections(), properties, names);
        var signer = new DocsSigner(DocsTokenFixture.JSON, DocsTokenFixture.CLOCK);
        return new HttpDocumentServers(
                new HttpCommands(client, DocsTokenFixture.JSON, signer, properties),
                new HttpDownloads(client, properties));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
