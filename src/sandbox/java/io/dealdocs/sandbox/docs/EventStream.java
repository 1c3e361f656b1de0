package io.dealdocs.sandbox.docs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The way to an editor page: server-sent events, with a beat that tells when the page is gone. */
final class EventStream implements Wire {

    private static final String END = "";
    private static final long BEAT_MILLIS = 1000;

    private final LinkedBlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private final AtomicBoolean attached = new AtomicBoolean();

    @Override
    public void send(String event, Object data) {
        waiting.add("event: " + event + "\ndata: " + Json.write(data) + "\n\n");
    }

    @Override
    public void end() {
        waiting.add(END);
    }

    /** Whether a page ever came to listen. */
    boolean attached() {
        return attached.get();
    }

    /** Writes events until the page is gone or the end is told. */
    void pour(Exchange exchange) throws IOException {
        attached.set(true);
        exchange.set("Content-Type", "text/event-stream");
        exchange.set("Cache-Control", "no-cache");
        try (OutputStream out = exchange.begin(200, 0)) {
            for (String next = next(); !END.equals(next); next = next()) {
                out.write((next == null ? ":\n\n" : next).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    private @Nullable String next() {
        try {
            return waiting.poll(BEAT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }
}
