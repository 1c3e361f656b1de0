package io.dealdocs.sandbox.docs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Finds who answers a request, writes it down, and lets nobody in while the server is to be unreachable. */
final class Router implements HttpHandler {

    private static final Set<String> BODIES_KEPT =
            Set.of("/command", "/coauthoring/CommandService.ashx", "/converter", "/ConvertService.ashx");

    private final World world;
    private final Map<String, Endpoint> byPrefix = new LinkedHashMap<>();

    Router(World world) {
        this.world = world;
    }

    /** The first prefix that fits wins. */
    Router on(String prefix, Endpoint endpoint) {
        byPrefix.put(prefix, endpoint);
        return this;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        Exchange exchange = new Exchange(http, this::log);
        try (http) {
            boolean control = exchange.path().startsWith("/__sandbox/");
            if (!control && world.faults().happens(FaultName.UNREACHABLE, "")) {
                return;
            }
            route(exchange);
        } finally {
            if (exchange.status() == 0) {
                log(exchange);
            }
        }
    }

    private void route(Exchange exchange) throws IOException {
        for (Map.Entry<String, Endpoint> entry : byPrefix.entrySet()) {
            if (exchange.path().startsWith(entry.getKey())) {
                answer(exchange, entry.getValue());
                return;
            }
        }
        exchange.answer(404, "There is nothing at " + exchange.path());
    }

    private static void answer(Exchange exchange, Endpoint endpoint) throws IOException {
        try {
            endpoint.handle(exchange);
        } catch (RuntimeException e) {
            if (exchange.status() != 0) {
                throw e;
            }
            exchange.answer(500, e.toString());
        }
    }

    private void log(Exchange exchange) {
        String header = world.settings().now().header();
        String body = BODIES_KEPT.contains(exchange.path()) ? exchange.textSoFar() : "";
        world.requests()
                .add(new LoggedRequest(
                        world.clock().instant(),
                        true,
                        exchange.method(),
                        exchange.target(),
                        exchange.header(header) == null ? "" : header,
                        body,
                        exchange.status()));
    }
}
