package io.dealdocs.pipedrive;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Repeats what may be repeated while Pipedrive is out for a moment.
 *
 * @param most how often in all
 * @param pause before the second try; it doubles with each further one
 * @param patience after which no new try begins: a person may be waiting
 */
record Tries(int most, Duration pause, Duration patience) {

    <T> T of(Supplier<T> attempt) {
        long start = System.nanoTime();
        for (int failed = 1; ; failed++) {
            try {
                return attempt.get();
            } catch (PipedriveException.Unavailable e) {
                Duration wait = jittered(pause.multipliedBy(1L << (failed - 1)));
                if (failed >= most || System.nanoTime() - start + wait.toNanos() > patience.toNanos()) {
                    throw e;
                }
                rest(wait, e);
            }
        }
    }

    /** Up to a half more, so that those who failed together do not come back together. */
    private static Duration jittered(Duration wait) {
        return wait.plusNanos(ThreadLocalRandom.current().nextLong(wait.toNanos() / 2 + 1));
    }

    private static void rest(Duration wait, PipedriveException.Unavailable reason) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
