package io.dealdocs.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something to become true. */
final class Patience {

    private Patience() {}

    /** Whether it became true in time. */
    static boolean until(Duration limit, Duration poll, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(poll);
        }
        return true;
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
