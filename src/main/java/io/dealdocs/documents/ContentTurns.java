package io.dealdocs.documents;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets only a share of the pool's connections carry contents, in the order in which they were asked for: many saves at
 * once would else take every connection, and fail while they wait for one. Whoever comes later waits without a limit of
 * time, since a Docs server waits 10 minutes for the answer to a callback (onlyoffice-docs-server contract, section 3.5).
 */
@Component
public class ContentTurns {

    private static final double MOST = 0.5;
    /** How long others may keep the whole pool busy, or the database be away, before a turn comes to nothing. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Semaphore turns;

    @Autowired
    ContentTurns(DocumentsProperties limits, @Value("${spring.datasource.hikari.maximum-pool-size}") int pool) {
        this(count(limits.poolShare(), pool));
    }

    ContentTurns(int count) {
        turns = new Semaphore(count, true);
    }

    /**
     * How many of a pool's connections carry contents at once.
     *
     * @throws IllegalArgumentException for a share that leaves the pages and the queue less than half of the pool
     */
    static int count(double share, int pool) {
        if (!(share > 0 && share <= MOST)) {
            throw new IllegalArgumentException("dealdocs.documents.pool-share must be above 0 and at most " + MOST);
        }
        return Math.max(1, (int) (share * pool));
    }

    /**
     * Does this when its turn has come; it takes one connection at most.
     *
     * @throws IllegalStateException inside a transaction: its connection would wait for another one's turn
     */
    public <T> T take(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no content is carried inside a transaction");
        }
        turns.acquireUninterruptibly();
        try {
            return connected(work, System.nanoTime() + PATIENCE.toNanos());
        } finally {
            turns.release();
        }
    }

    // Where no connection was to be had nothing has happened yet, and the pool has waited already.
    private static <T> T connected(Supplier<T> work, long end) {
        while (true) {
            try {
                return work.get();
            } catch (CannotGetJdbcConnectionException | CannotCreateTransactionException none) {
                if (!(none.getCause() instanceof SQLTransientConnectionException) || System.nanoTime() - end >= 0) {
                    throw none;
                }
            }
        }
    }

    /** How many wait for their turn, roughly. */
    int waiting() {
        return turns.getQueueLength();
    }
}
