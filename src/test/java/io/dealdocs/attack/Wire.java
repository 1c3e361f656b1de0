package io.dealdocs.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bare connection, for what no HTTP client would send. */
final class Wire implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3})");
    private final Socket socket;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    Wire(String app) {
        this(app, new Socket());
    }

    /** One that takes in almost nothing until somebody reads. */
    static Wire deaf(String app) {
        Socket socket = new Socket();
        try {
            socket.setReceiveBufferSize(4096);
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
        return new Wire(app, socket);
    }

    private Wire(String app, Socket socket) {
        URI address = URI.create(app);
        this.socket = socket;
        try {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /** Sends these characters as they are; whether the other side still listens is told by what it answers. */
    boolean say(String characters) {
        return say(characters.getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean say(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Everything that is answered until the other side closes or says nothing for that long. */
    String hear(Duration silence) {
        try {
            socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
            byte[] buffer = new byte[8192];
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                heard.write(buffer, 0, read);
            }
        } catch (SocketTimeoutException silent) {
            // what came until now is the answer
        } catch (IOException closed) {
            heard.writeBytes("[reset]".getBytes(StandardCharsets.US_ASCII));
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** Sends one request on a connection of its own and answers all that comes back. */
    static String exchange(Scene scene, Client client, String request) {
        try (Wire wire = new Wire(scene.app())) {
            wire.say(request);
            String answer = wire.hear(Duration.ofMillis(400));
            client.note(answer);
            return answer;
        }
    }

    /** The first status of an answer; 0 where the connection was closed without one. */
    static int status(String answer) {
        Matcher status = STATUS.matcher(answer);
        return status.find() ? Integer.parseInt(status.group(1)) : 0;
    }

    static long answers(String answer) {
        return STATUS.matcher(answer).results().count();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
