package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Author;
import io.dealdocs.sandbox.docs.office.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything done since the session began, in order; typing that goes on in one place is one entry. */
final class ChangeLog {

    private final List<Change> entries = new ArrayList<>();
    private long revision;
    private long forced;

    void add(Change change) {
        revision++;
        if (!entries.isEmpty() && continues(entries.getLast(), change)) {
            entries.set(entries.size() - 1, entries.getLast().withText(change.text(), change.at()));
        } else {
            entries.add(change);
        }
    }

    private static boolean continues(Change last, Change next) {
        return last.block().equals(next.block())
                && next.kind() == Change.Kind.TEXT
                && last.kind() != Change.Kind.COMMENT
                && last.author().equals(next.author())
                && last.tracked() == next.tracked();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether there is something no successful forced save has taken yet. */
    boolean hasNews() {
        return revision > forced;
    }

    long revision() {
        return revision;
    }

    /** A forced save of this revision has been taken by the other side. */
    void taken(long upTo) {
        forced = Math.max(forced, upTo);
    }

    List<Change> entries() {
        return List.copyOf(entries);
    }

    Author lastAuthor() {
        return entries.getLast().author();
    }

    Instant lastTime() {
        return entries.getLast().at();
    }

    void clear() {
        entries.clear();
        revision = 0;
        forced = 0;
    }
}
