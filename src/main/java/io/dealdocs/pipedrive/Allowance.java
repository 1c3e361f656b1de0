package io.dealdocs.pipedrive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one access token may still ask in Pipedrive's rolling window of two seconds (pipedrive contract, section 4.3), as
 * its answers tell. Other processes may use the same token: what they use is learned from what remains. Moments are
 * nanoseconds of one clock; to be guarded by its caller.
 */
final class Allowance {

    static final long WINDOW = Duration.ofSeconds(2).toNanos();
    /** The plan with the least; held until an answer tells better. */
    static final int LOWEST_LIMIT = 80;

    private static final int AT_ONCE_WHILE_UNKNOWN = 8;
    /** Whether others use the token shows when more is gone than what is on the way. */
    private static final int ENOUGH_HEARD = 3 * AT_ONCE_WHILE_UNKNOWN;

    /** How long a request is on its way to where it is counted; one with an answer was counted before it. */
    private static final long LONGEST_WAY = Duration.ofMillis(100).toNanos();
    /** What was heard longer ago says little about what remains now. */
    private static final long STALE = Duration.ofSeconds(5).toNanos();

    /** An answer that takes longer is that of an upload, which is counted long since. */
    private static final long SLOW = Duration.ofSeconds(1).toNanos();

    private static final long SHARED_FOR = Duration.ofSeconds(10).toNanos();
    /** When a wait has no end of its own, an answer ends it. */
    private static final long LOOK_AGAIN = Duration.ofMillis(100).toNanos();

    private final List<Sent> sent = new ArrayList<>();
    private int heard;
    private long heardAt;
    private boolean sharedSeen;
    private long sharedAt;
    private int limit = LOWEST_LIMIT;
    private int remaining = LOWEST_LIMIT;
    private int others;
    private long othersLeave;
    private boolean paused;
    private long pauseEnds;

    /** A request that Pipedrive counts until it leaves the window. */
    static final class Sent {
        private final long at;
        private final int before;
        private long leaves;
        private boolean answered;

        private Sent(long at, int before) {
            this.at = at;
            this.before = before;
            leaves = at + LONGEST_WAY + WINDOW;
        }
    }

    /**
     * How long to wait before the next request; 0 is not at all.
     *
     * @param person whether a person waits for it; the queue leaves a part of the window to people
     */
    long pause(boolean person, long now) {
        sent.removeIf(request -> request.leaves - now <= 0);
        paused &= pauseEnds - now > 0;
        if (paused) {
            return pauseEnds - now;
        }
        if (!person && uncounted(now) >= mostInFlight(now)) {
            return LOOK_AGAIN;
        }
        int free = limit - (person ? 0 : keptForPeople()) - sent.size() - others(now);
        return free > 0 ? 0 : untilOneLeaves(now);
    }

    // Processes that see the same few left must not all send that many at once; nor all begin at once after a pause.
    private int mostInFlight(long now) {
        if (heard < ENOUGH_HEARD || now - heardAt > STALE) {
            return AT_ONCE_WHILE_UNKNOWN;
        }
        boolean shared = sharedSeen && now - sharedAt < SHARED_FOR;
        return shared ? Math.max(1, remaining / 3) : Integer.MAX_VALUE;
    }

    // On their way: what remains, as the last answer told it, does not count them yet.
    private long uncounted(long now) {
        return sent.stream()
                .filter(request -> !request.answered && now - request.at < SLOW)
                .count();
    }

    // At most so many of ours were counted when this request was.
    private int ownUpTo(Sent request) {
        long after = sent.stream()
                .filter(other -> other.at - request.at >= 0 && other.at - request.at <= LONGEST_WAY)
                .count();
        return Math.toIntExact(request.before + after);
    }

    // Enough for a panel and an editor to open.
    private int keptForPeople() {
        return Math.max(4, limit / 40);
    }

    private int others(long now) {
        return othersLeave - now > 0 ? others : 0;
    }

    private long untilOneLeaves(long now) {
        long first =
                sent.stream().mapToLong(request -> request.leaves - now).min().orElse(LOOK_AGAIN);
        return others(now) > 0 ? Math.min(first, othersLeave - now) : first;
    }

    /** Counts a request that is sent now. */
    Sent send(long now) {
        Sent request = new Sent(now, sent.size());
        sent.add(request);
        return request;
    }

    /**
     * An answer has come.
     *
     * @param saidLimit the window's size, or negative where the answer does not tell
     * @param saidRemaining what is left of it, or negative
     */
    void answered(Sent request, int saidLimit, int saidRemaining, long now) {
        request.answered = true;
        if (now + WINDOW - request.leaves < 0) {
            request.leaves = now + WINDOW;
        }
        if (saidLimit > 0 && saidRemaining >= 0) {
            heard = now - heardAt > STALE ? 1 : heard + 1;
            heardAt = now;
            limit = saidLimit;
            remaining = saidRemaining;
            others = Math.max(0, saidLimit - saidRemaining - ownUpTo(request));
            othersLeave = now + WINDOW;
            if (others > 0) {
                sharedSeen = true;
                sharedAt = now;
            }
        }
    }

    /** Pipedrive asks to wait. */
    void rest(Duration wait, long now) {
        long ends = now + wait.toNanos();
        if (!paused || ends - pauseEnds > 0) {
            paused = true;
            pauseEnds = ends;
        }
    }
}
