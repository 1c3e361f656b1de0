package io.dealdocs.attack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A neighbour in our server's network that must never be asked, or a server that an attacker owns. */
final class Lure implements AutoCloseable {

    /** What it answers to a path. */
    @FunctionalInterface
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Lure(Reply reply) {
        this(reply, here -> HttpServer.create(here, 0));
    }

    /** Makes a server at an address. */
    @FunctionalInterface
    private interface Maker {
        HttpServer at(InetSocketAddress address) throws IOException;
    }

    private Lure(Reply reply, Maker maker) {
        try {
            server = maker.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException taken) {
            throw new IllegalStateException(taken);
        }
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                            .orElse(""));
            try (exchange) {
                reply.to(exchange);
            }
        });
        server.start();
    }

    /** One that answers everything with something worth having. */
    static Lure treasure() {
        return new Lure(exchange -> text(exchange, 200, "the treasure of the neighbour"));
    }

    /** The same behind TLS, with a certificate of its own making for that name or number. */
    static Lure secret(String named) {
        return new Lure(exchange -> text(exchange, 200, "the treasure of the neighbour"), here -> {
            HttpsServer server = HttpsServer.create(here, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(SelfMade.certificate(named)));
            return server;
        });
    }

    /** One that leads elsewhere. */
    static Lure redirecting(String target) {
        return new Lure(exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    static void text(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    /** The requests it got. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
