package io.dealdocs.sandbox.docs;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Lets tests and demos look behind the scenes and break the world. */
final class ControlEndpoint implements Endpoint {

    static final String ROOT = "/__sandbox/";

    private final World world;
    private final Sessions sessions;
    private final Trail<CallbackRecord> callbacks;
    private final DocsSandbox sandbox;

    ControlEndpoint(World world, Sessions sessions, Trail<CallbackRecord> callbacks, DocsSandbox sandbox) {
        this.world = world;
        this.sessions = sessions;
        this.callbacks = callbacks;
        this.sandbox = sandbox;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        switch (exchange.method() + " " + exchange.path().substring(ROOT.length())) {
            case "GET requests" -> exchange.json(world.requests().all());
            case "GET sessions" -> exchange.json(sessions.states());
            case "GET callbacks" -> exchange.json(callbacks.all());
            case "GET fault" -> exchange.json(world.faults().pending());
            case "GET forgotten" -> exchange.json(sandbox.forgotten());
            case "POST reset" -> done(exchange, sandbox::reset);
            case "POST crash" -> crash(exchange, exchange.json().path("key").asString(""));
            case "POST restart" -> restart(exchange);
            case "POST fault" -> fault(exchange);
            case "POST clock" -> clock(exchange);
            case "POST settings" -> settings(exchange, exchange.json());
            default -> exchange.answer(404, "No such control");
        }
    }

    private void fault(Exchange exchange) throws IOException {
        JsonNode asked = exchange.json();
        Optional<FaultName> name = FaultName.ofWire(asked.path("fault").asString(""));
        if (name.isEmpty()) {
            exchange.answer(400, "No such fault");
            return;
        }
        Fault fault = new Fault(
                name.get(),
                asked.path("key").asString(""),
                asked.path("times").asInt(1),
                asked.path("millis").asLong(0),
                asked.path("status").asInt(0));
        done(exchange, () -> world.faults().add(fault));
    }

    private void crash(Exchange exchange, String key) throws IOException {
        done(exchange, key.isEmpty() ? sandbox::crash : () -> sandbox.crash(key));
    }

    /** The answer goes first, because the connection does not survive. */
    private void restart(Exchange exchange) throws IOException {
        exchange.json(Map.of("ok", true));
        Thread.ofVirtual().start(sandbox::restart);
    }

    private void clock(Exchange exchange) throws IOException {
        long seconds = exchange.json().path("advanceSeconds").asLong(0);
        world.clock().advance(Duration.ofSeconds(seconds));
        exchange.json(Map.of("now", world.clock().instant()));
    }

    private void settings(Exchange exchange, JsonNode asked) throws IOException {
        done(exchange, () -> {
            if (asked.path("header").isString()) {
                world.settings()
                        .change(now -> now.withHeader(asked.path("header").asString()));
            }
            if (asked.path("secret").isString()) {
                world.settings()
                        .change(now -> now.withSecret(asked.path("secret").asString()));
            }
            if (asked.path("saveDelayMillis").isNumber()) {
                Duration delay = Duration.ofMillis(asked.path("saveDelayMillis").asLong());
                world.settings().change(now -> now.withSaveDelay(delay));
            }
        });
    }

    private static void done(Exchange exchange, Runnable work) throws IOException {
        work.run();
        exchange.json(Map.of("ok", true));
    }
}
