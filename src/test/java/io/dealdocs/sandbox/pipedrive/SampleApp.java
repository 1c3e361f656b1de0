package io.dealdocs.sandbox.pipedrive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** An app on another site: pages with the App Extensions SDK, and an ear for the uninstall call. */
final class SampleApp implements AutoCloseable {
    /** An uninstall call as it arrived. */
    record Uninstall(String method, String authorization, String body) {}

    private static final String PAGE = """
            <!doctype html><meta charset="utf-8"><title>App</title><script src="/sdk.js"></script>
            <body style="font: 13px sans-serif; margin: 16px">App page<script>
            window.sdk = new AppExtensionsSDK();
            window.events = [];
            for (const name of ['visibility', 'user_settings_change', 'close_custom_modal']) {
              sdk.listen(name, (event) => events.push({ name, data: event.data }));
            }
            window.started = sdk.initialize(location.pathname === '/create' ? { size: { height: 500, width: 622 } } : { size: { height: 300 } });
            </script></body>""";

    private final HttpServer server;
    private final byte[] sdk;
    final BlockingQueue<Uninstall> uninstalls = new LinkedBlockingQueue<>();

    SampleApp(byte[] sdk) throws IOException {
        this.sdk = sdk;
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI origin() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/sdk.js" -> answer(exchange, "text/javascript", sdk);
                case "/silent" ->
                    answer(exchange, "text/html", "<p>I never call initialize".getBytes(StandardCharsets.UTF_8));
                case "/login/oauth2/code/pipedrive" -> called(exchange);
                default -> answer(exchange, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void called(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("DELETE")) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            uninstalls.add(
                    new Uninstall(exchange.getRequestMethod(), authorization == null ? "" : authorization, body));
        }
        answer(exchange, "text/html", "<h1>Welcome back".getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
