package io.dealdocs.documents;

import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an answer only as long as a person would who could have another one at once. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Patience() {}

    /**
     * The answer, if it comes soon; the question itself goes on, for what it finds out late is worth knowing too.
     *
     * @throws Refusal {@code PIPEDRIVE_SILENT} if not, or what the question threw
     */
    static <T> T of(Callable<T> question) {
        FutureTask<T> asked = new FutureTask<>(question);
        Thread.ofVirtual().name("patience").start(asked);
        try {
            return asked.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            throw new Refusal(Reason.PIPEDRIVE_SILENT);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("nobody waits any more").initCause(interrupted);
        }
    }
}
