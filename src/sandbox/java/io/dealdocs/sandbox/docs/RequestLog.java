package io.dealdocs.sandbox.docs;

import java.util.ArrayDeque;
import java.util.List;

/** The last requests, in and out. */
final class RequestLog {

    private static final int KEPT = 10_000;

    private final ArrayDeque<LoggedRequest> entries = new ArrayDeque<>();

    synchronized void add(LoggedRequest request) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.add(request);
    }

    synchronized List<LoggedRequest> all() {
        return List.copyOf(entries);
    }

    synchronized void clear() {
        entries.clear();
    }
}
