package io.dealdocs.documents.ui;

import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import io.dealdocs.documents.DealChanged;
import io.dealdocs.documents.DealNews;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the open panels of a deal that its list changed. */
@Component
class DealChanges {

    // All panels at once would spend what Pipedrive grants a company in two seconds.
    private static final Duration SPREAD = Duration.ofSeconds(5);

    private final ConcurrentMap<DealChanged, List<Command>> panels = new ConcurrentHashMap<>();

    /** Tells a panel about each such change from now on, on the changer's thread, until it is unregistered. */
    Registration listen(DealChanged change, Command panel) {
        panels.compute(change, (_, listening) -> {
            List<Command> all = listening == null ? new CopyOnWriteArrayList<>() : listening;
            all.add(panel);
            return all;
        });
        return Registration.once(() -> forget(change, panel));
    }

    private void forget(DealChanged change, Command panel) {
        panels.computeIfPresent(change, (_, listening) -> {
            listening.remove(panel);
            return listening.isEmpty() ? null : listening;
        });
    }

    @EventListener
    void on(DealChanged change) {
        panels.getOrDefault(change, List.of()).forEach(Command::execute);
    }

    // What changed while this node heard nothing is unknown, so every panel looks again.
    @EventListener
    void on(DealNews.Missed missed) {
        panels.values().forEach(listening -> listening.forEach(DealChanges::soon));
    }

    private static void soon(Command panel) {
        Thread.ofVirtual().name("look-again").start(() -> {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextLong(SPREAD.toMillis()));
                panel.execute();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
