package io.dealdocs.pipedrive;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server that says exactly the given bytes after the head of a request and hangs up, however wrong that is. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String answer;

    private RawServer(ServerSocket socket, String answer) {
        this.socket = socket;
        this.answer = answer;
    }

    static RawServer saying(String answer) throws IOException {
        RawServer server = new RawServer(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), answer);
        Thread.startVirtualThread(server::serve);
        return server;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                skipHead(caller.getInputStream());
                caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The caller has gone or the test is over.
            }
        }
    }

    private static void skipHead(InputStream request) throws IOException {
        int last = 0;
        while (last != 0x0D0A0D0A) {
            last = (last << 8) | request.read();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
