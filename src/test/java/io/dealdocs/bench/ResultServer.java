package io.dealdocs.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Hands out results of any size where a Docs server would: {@code /result/SEED/SIZE}. */
final class ResultServer implements AutoCloseable {

    private static final int SLICE = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private ResultServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/result/", ResultServer::answer);
        server.start();
    }

    static ResultServer start() {
        try {
            return new ResultServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI address(Content content) {
        return URI.create(origin() + "/result/" + content.seed() + "/" + content.size());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().split("/", -1);
        Content content = new Content(Long.parseLong(parts[2]), Long.parseLong(parts[3]));
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, content.size());
        try (InputStream bytes = content.open();
                OutputStream out = exchange.getResponseBody()) {
            byte[] slice = new byte[SLICE];
            for (int read = bytes.read(slice); read >= 0; read = bytes.read(slice)) {
                out.write(slice, 0, read);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
