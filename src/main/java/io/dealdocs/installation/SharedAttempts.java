package io.dealdocs.installation;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Lets everybody who wants the same thing at the same time share one attempt and its outcome, so that a silent
 * counterpart is waited for once and not once by each in turn.
 */
final class SharedAttempts<K, V> {

    private final Map<K, FutureTask<V>> underWay = new ConcurrentHashMap<>();

    /** The outcome of an attempt that is under way, else of one that is made now; throws what the attempt threw. */
    V of(K wanted, Callable<V> attempt) {
        FutureTask<V> mine = new FutureTask<>(attempt);
        FutureTask<V> running = underWay.putIfAbsent(wanted, mine);
        if (running != null) {
            return outcome(running);
        }
        try {
            mine.run();
        } finally {
            underWay.remove(wanted, mine);
        }
        return outcome(mine);
    }

    private static <V> V outcome(FutureTask<V> attempt) {
        try {
            return attempt.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("nobody waits any more").initCause(interrupted);
        }
    }
}
