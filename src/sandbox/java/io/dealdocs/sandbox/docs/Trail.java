package io.dealdocs.sandbox.docs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** What happened so far, for tests that wait until something has. */
final class Trail<T> {

    private final List<T> entries = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();

    void add(T entry) {
        lock.lock();
        try {
            entries.add(entry);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<T> all() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            entries.clear();
        } finally {
            lock.unlock();
        }
    }

    /** The so-many-th entry that fits, as soon as there is one. */
    T await(Predicate<T> fits, int nth, Duration limit, String what) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (true) {
                List<T> found = entries.stream().filter(fits).toList();
                if (found.size() >= nth) {
                    return found.get(nth - 1);
                }
                if (left <= 0) {
                    throw new AssertionError("No " + what + " among " + entries);
                }
                left = grown.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }
}
