package io.dealdocs.editing;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Work on many Docs servers: several at once, so that those that do not answer do not keep the others waiting for long. */
final class SideBySide {

    private static final int AT_ONCE = 8;

    private SideBySide() {}

    /** Does the work for each, and returns when all is done. The work handles its own trouble. */
    static <T> void each(Collection<T> all, Consumer<T> work) {
        try (ExecutorService some =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            all.forEach(one -> some.execute(() -> work.accept(one)));
        }
    }
}
