package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Change;
import io.dealdocs.sandbox.docs.office.Revision;
import java.util.List;

/** What a session holds at one moment, to be written while people go on typing. */
record Snapshot(Source source, Revision content, List<Change> changes, long number, boolean notModified) {

    /** Id of the person whose change was the last. */
    String lastAuthor() {
        return changes.getLast().author().id();
    }
}
