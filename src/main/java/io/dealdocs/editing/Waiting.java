package io.dealdocs.editing;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another node may bring about, by looking again and again. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(150);

    private Waiting() {}

    /** Whether something happened within the time. */
    static boolean until(Duration longest, BooleanSupplier happened) {
        long end = System.nanoTime() + longest.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** What comes sooner or later by itself. */
    static <T> T untilPresent(Supplier<Optional<T>> coming) {
        Optional<T> there = coming.get();
        while (there.isEmpty()) {
            pause();
            there = coming.get();
        }
        return there.get();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", stopped);
        }
    }
}
