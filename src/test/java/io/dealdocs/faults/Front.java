package io.dealdocs.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What stands before the nodes: one address for the outside, which leads to the node that serves now. */
final class Front implements AutoCloseable {

    private static final int CONNECT_MILLIS = 1000;

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;

    Front() {
        try {
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofPlatform().daemon().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Leads to another node from now on; what is under way to the one before is cut. */
    void leadTo(int port) {
        target = port;
        open.forEach(Front::shut);
    }

    private void welcome() {
        try {
            while (true) {
                Socket outside = door.accept();
                Thread.startVirtualThread(() -> connect(outside));
            }
        } catch (IOException closed) {
            open.forEach(Front::shut);
        }
    }

    @SuppressWarnings("AddressSelection") // loopback it is
    private void connect(Socket outside) {
        Socket inside = new Socket();
        open.add(outside);
        open.add(inside);
        try {
            inside.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            inside.setTcpNoDelay(true);
            outside.setTcpNoDelay(true);
            Thread back = Thread.startVirtualThread(() -> pour(inside, outside));
            pour(outside, inside);
            back.join();
        } catch (IOException nobodyThere) {
            shut(outside);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            shut(outside);
            shut(inside);
            open.remove(outside);
            open.remove(inside);
        }
    }

    // A side that is silent or gone ends both: nobody here half-closes.
    private static void pour(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException cut) {
            // Told to both below.
        }
        shut(from);
        shut(to);
    }

    private static void shut(Closeable socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is what we want.
        }
    }

    @Override
    public void close() {
        shut(door);
    }
}
