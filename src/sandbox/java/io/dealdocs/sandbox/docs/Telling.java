package io.dealdocs.sandbox.docs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts a session's comings and goings beside everything else, but one after the other. */
final class Telling {

    private final Executor executor;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    Telling(Executor executor) {
        this.executor = executor;
    }

    synchronized void next(Runnable post) {
        last = last.thenRunAsync(post, executor);
    }

    /** Waits until all has been told; not for long, because somebody may never answer. */
    void settle(Duration limit) {
        try {
            last().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CompletableFuture<Void> last() {
        return last;
    }
}
