package io.dealdocs.sandbox.docs;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs things later or beside, each on a virtual thread of its own. */
final class Timers implements AutoCloseable {

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("docs-sandbox-timers").factory());

    void after(Duration delay, Runnable work) {
        if (!clockwork.isShutdown()) {
            var _ = clockwork.schedule(() -> now(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void now(Runnable work) {
        Thread.ofVirtual().name("docs-sandbox").start(work);
    }

    /** Waits; false if the thread was told to stop. */
    static boolean pause(Duration length) {
        try {
            Thread.sleep(length);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
