package io.dealdocs.sandbox.docs;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs things later or beside, each on a virtual thread of its own. */
final class Timers implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(2);

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("docs-sandbox-timers").factory());
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    void after(Duration delay, Runnable work) {
        if (!clockwork.isShutdown()) {
            var _ = clockwork.schedule(() -> now(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void now(Runnable work) {
        Thread thread = Thread.ofVirtual().name("docs-sandbox").unstarted(() -> {
            try {
                work.run();
            } finally {
                running.remove(Thread.currentThread());
            }
        });
        running.add(thread);
        thread.start();
    }

    /** Stops in the middle what is running; what comes later still comes. */
    void halt() {
        Set<Thread> now = Set.copyOf(running);
        now.forEach(Thread::interrupt);
        try {
            for (Thread thread : now) {
                thread.join(END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
