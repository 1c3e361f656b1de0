package io.dealdocs.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** How a process of the fault run is steered from outside: deeds with values, answered in JSON or bytes. */
final class RemoteControl {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Deed> deeds = new ConcurrentHashMap<>();

    private RemoteControl() {}

    /** Something that can be asked for. */
    interface Deed {
        /** Answers bytes as they are, everything else as JSON. */
        Object run(Asked asked) throws Exception;
    }

    /** With what it is asked for. */
    static final class Asked {

        private final Map<String, String> values;
        private final byte[] body;

        private Asked(Map<String, String> values, byte[] body) {
            this.values = values;
            this.body = body;
        }

        byte[] body() {
            return body;
        }

        String text(String name) {
            return Objects.requireNonNull(values.get(name), name);
        }

        long number(String name) {
            return Long.parseLong(text(name));
        }

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    static RemoteControl start(int port) {
        RemoteControl control = new RemoteControl();
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", control::handle);
            server.start();
            return control;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    RemoteControl on(String name, Deed deed) {
        deeds.put(name, deed);
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            byte[] body = exchange.getRequestBody().readAllBytes();
            Deed deed = deeds.get(name);
            if (deed == null) {
                answer(exchange, 404, bytes("there is no " + name + " (yet)"));
                return;
            }
            run(exchange, deed, new Asked(values(exchange.getRequestURI().getRawQuery()), body));
        }
    }

    private static void run(HttpExchange exchange, Deed deed, Asked asked) throws IOException {
        try {
            Object result = deed.run(asked);
            answer(exchange, 200, result instanceof byte[] raw ? raw : JSON.writeValueAsBytes(result));
        } catch (Exception failed) {
            answer(exchange, 500, bytes(failed.toString()));
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        // A connection kept for the next request may just be closing when that is sent.
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> values(String query) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
