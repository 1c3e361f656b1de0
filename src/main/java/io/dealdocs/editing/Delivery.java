package io.dealdocs.editing;

import io.dealdocs.documents.NewVersion;
import io.dealdocs.documents.StoredContent;
import io.dealdocs.onlyoffice.SavedFile;
import java.util.Optional;

/** A file that a Docs server handed over and that is stored by now. */
record Delivery(
        EditingSession session,
        SavedFile file,
        Kind kind,
        StoredContent content,
        Optional<NewVersion.Changes> changes) {

    /** What its callback says it is. */
    enum Kind {
        /** The session is over. */
        SAVE,
        /** The session goes on. */
        FORCE_SAVE,
        /** What is left of a last save that failed: the session is over. */
        FAILED_SAVE,
        /** What is left of a force save that failed: the session goes on. */
        FAILED_FORCE_SAVE,
        /** A last save that found no taker when it was handed over. */
        FORGOTTEN;

        /** Whether the Docs server ends the key once we have taken the file. */
        boolean last() {
            return this == SAVE || this == FAILED_SAVE || this == FORGOTTEN;
        }

        boolean failed() {
            return this == FAILED_SAVE || this == FAILED_FORCE_SAVE;
        }
    }
}
