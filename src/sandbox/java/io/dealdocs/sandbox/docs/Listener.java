package io.dealdocs.sandbox.docs;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens on the loopback address; it can stop and start again at the same port. */
final class Listener implements AutoCloseable {

    private final HttpHandler handler;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InetSocketAddress address;
    private HttpServer server;

    /** Listens at once; port 0 takes a free one. */
    Listener(int port, HttpHandler handler) throws IOException {
        this.handler = handler;
        this.server = listening(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.address = server.getAddress();
    }

    private HttpServer listening(InetSocketAddress there) throws IOException {
        HttpServer listening = HttpServer.create(there, 0);
        listening.setExecutor(threads);
        listening.createContext("/", handler);
        listening.start();
        return listening;
    }

    int port() {
        return address.getPort();
    }

    /** Breaks every connection; twice is as good as once. */
    synchronized void stop() {
        server.stop(0);
    }

    /** Listens again after a stop. */
    synchronized void start() {
        try {
            server = listening(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }
}
