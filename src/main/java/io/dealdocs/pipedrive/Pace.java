package io.dealdocs.pipedrive;

import io.dealdocs.shared.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets requests go no faster than Pipedrive takes them (pipedrive contract, section 4.3): those of a token wait while its
 * window is full, people before the queue, and the queue asks nothing while a company's budget of the day is used up.
 */
final class Pace {

    private static final Duration PATIENCE_OF_PEOPLE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_OF_THE_QUEUE = Duration.ofSeconds(30);
    private static final long FORGOTTEN_AFTER = Duration.ofMinutes(10).toNanos();
    private static final int MANY = 1000;
    /** What the dearest call costs: with less left over a day is as good as used up. */
    private static final int DEAREST_CALL = 20;

    private final LongSupplier nanos;
    private final Consumer<URI> budgetRestored;
    private final Map<Secret, Lane> lanes = new ConcurrentHashMap<>();
    private final Map<URI, Long> usedUpUntil = new ConcurrentHashMap<>();

    /**
     * A pace for all tokens.
     *
     * @param budgetRestored told the API domain when an answer shows that a used-up budget is there again
     */
    Pace(LongSupplier nanos, Consumer<URI> budgetRestored) {
        this.nanos = nanos;
        this.budgetRestored = budgetRestored;
    }

    /** One token's requests. */
    private static final class Lane {
        final ReentrantLock lock = new ReentrantLock();
        final Condition changed = lock.newCondition();
        final Allowance allowance = new Allowance();
        int people;
        volatile long usedAt;
    }

    /**
     * Sends a request when its turn has come.
     *
     * @param head reads status and headers of the answer
     * @throws PipedriveException.RateLimited without a request, when its turn would come too late
     */
    <T> T run(PipedriveAccess access, Supplier<T> request, Function<T, Answer> head) {
        refuseWhileUsedUp(access);
        Lane lane = lane(access.accessToken());
        Allowance.Sent sent = turn(lane, access.queued());
        T answer = request.get();
        answered(lane, sent, access, head.apply(answer));
        return answer;
    }

    private void answered(Lane lane, Allowance.Sent sent, PipedriveAccess access, Answer answer) {
        int limit = answer.count("x-ratelimit-limit");
        int remaining = answer.count("x-ratelimit-remaining");
        change(lane, () -> lane.allowance.answered(sent, limit, remaining, nanos.getAsLong()));
        int left = answer.count("x-daily-ratelimit-token-remaining");
        boolean affordable = answer.status() < 400 && (left < 0 || left >= DEAREST_CALL);
        if (affordable && usedUpUntil.remove(access.apiDomain()) != null) {
            budgetRestored.accept(access.apiDomain());
        }
    }

    /** Pipedrive has refused a request for its number. */
    void refused(PipedriveAccess access, PipedriveException.RateLimited limited) {
        if (limited.daily()) {
            usedUpUntil.put(
                    access.apiDomain(), nanos.getAsLong() + limited.resetAfter().toNanos());
        } else {
            Lane lane = lane(access.accessToken());
            change(lane, () -> lane.allowance.rest(limited.resetAfter(), nanos.getAsLong()));
        }
    }

    private void refuseWhileUsedUp(PipedriveAccess access) {
        Long until = usedUpUntil.get(access.apiDomain());
        if (!access.queued() || until == null) {
            return;
        }
        long left = until - nanos.getAsLong();
        if (left > 0) {
            throw new PipedriveException.RateLimited("the day's budget is used up", Duration.ofNanos(left), true);
        }
    }

    private Allowance.Sent turn(Lane lane, boolean queued) {
        lane.lock.lock();
        try {
            lane.people += queued ? 0 : 1;
            awaitTurn(lane, queued);
            return lane.allowance.send(nanos.getAsLong());
        } finally {
            lane.people -= queued ? 0 : 1;
            lane.changed.signalAll();
            lane.lock.unlock();
        }
    }

    private void awaitTurn(Lane lane, boolean queued) {
        long patience = (queued ? PATIENCE_OF_THE_QUEUE : PATIENCE_OF_PEOPLE).toNanos();
        long start = nanos.getAsLong();
        for (long wait = wait(lane, queued); wait > 0; wait = wait(lane, queued)) {
            if (nanos.getAsLong() + wait - start > patience) {
                throw new PipedriveException.RateLimited("too many requests at once", Duration.ofNanos(wait), false);
            }
            rest(lane, wait);
        }
    }

    private long wait(Lane lane, boolean queued) {
        long own = lane.allowance.pause(!queued, nanos.getAsLong());
        boolean peopleFirst = queued && lane.people > 0;
        return own > 0 || !peopleFirst ? own : Duration.ofMillis(10).toNanos();
    }

    @SuppressWarnings("WaitNotInLoop") // the caller's loop looks whether the turn has come
    private static void rest(Lane lane, long wait) {
        try {
            long left = lane.changed.awaitNanos(wait);
            assert left <= wait;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipedriveException.Unavailable("interrupted before anything was sent", e);
        }
    }

    private static void change(Lane lane, Runnable change) {
        lane.lock.lock();
        try {
            change.run();
            lane.changed.signalAll();
        } finally {
            lane.lock.unlock();
        }
    }

    private Lane lane(Secret token) {
        long now = nanos.getAsLong();
        if (lanes.size() > MANY) {
            lanes.values().removeIf(lane -> now - lane.usedAt > FORGOTTEN_AFTER);
        }
        Lane lane = lanes.computeIfAbsent(token, unknown -> new Lane());
        lane.usedAt = now;
        return lane;
    }
}
