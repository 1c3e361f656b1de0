package io.dealdocs.sandbox.pipedrive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** One origin: a port that answers with a handler and writes down what was asked. */
final class SandboxServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SandboxServer.class.getName());

    static {
        // The header and the body leave as two packets; with Nagle's algorithm the second waits for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SandboxServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    static SandboxServer bind(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
            return new SandboxServer(HttpServer.create(address, 0));
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of the Pipedrive sandbox is taken", e);
        }
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void start(Handler handler, Function<String, RecordedRequest.Kind> kind, RequestLog log, Clock clock) {
        server.createContext("/", exchange -> {
            Instant arrived = clock.instant();
            long began = System.nanoTime();
            Request request = new Request(exchange);
            Answer answer = answer(handler, request);
            if (!request.path().startsWith("/__sandbox")) {
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                log.add(record(kind.apply(request.path()), request, answer.status(), arrived, took));
            }
            write(exchange, answer);
        });
        server.start();
    }

    private static Answer answer(Handler handler, Request request) {
        try {
            return handler.handle(request);
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, request.method() + " " + request.path(), e);
            return Answers.application(500, "Internal Server Error");
        }
    }

    private static RecordedRequest record(
            RecordedRequest.Kind kind, Request request, int status, Instant arrived, Duration took) {
        Member member = request.trace().member;
        return new RecordedRequest(
                kind,
                request.method(),
                request.path(),
                RequestLog.redacted(request.query()),
                status,
                member == null ? OptionalLong.empty() : OptionalLong.of(member.companyId()),
                member == null ? OptionalLong.empty() : OptionalLong.of(member.userId()),
                request.trace().cost,
                arrived,
                took);
    }

    private static void write(HttpExchange exchange, Answer answer) {
        try (exchange) {
            if (answer.isCut()) {
                return;
            }
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            send(exchange, answer);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The client went away", e);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        long length = switch (answer.body()) {
            case Answer.Body.Bytes bytes -> bytes.content().remaining();
            case Answer.Body.OnDisk file -> file.length();
        };
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        if (length > 0) {
            switch (answer.body()) {
                case Answer.Body.Bytes bytes ->
                    exchange.getResponseBody().write(bytes.content().array());
                case Answer.Body.OnDisk file -> Files.copy(file.file(), exchange.getResponseBody());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
