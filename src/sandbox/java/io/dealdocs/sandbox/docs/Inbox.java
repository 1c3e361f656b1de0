package io.dealdocs.sandbox.docs;

import java.time.Duration;
import java.util.List;

/** Keeps what a headless editor is told. */
final class Inbox implements Wire {

    private final Trail<String> events = new Trail<>();

    @Override
    public void send(String event, Object data) {
        events.add(event + " " + Json.write(data));
    }

    @Override
    public void end() {
        send("end", "");
    }

    List<String> all() {
        return events.all();
    }

    String await(String containing, Duration limit) {
        return events.await(event -> event.contains(containing), 1, limit, "event with " + containing);
    }
}
