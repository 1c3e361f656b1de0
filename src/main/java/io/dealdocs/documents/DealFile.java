package io.dealdocs.documents;

import io.dealdocs.shared.DocumentId;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a deal's list: a Pipedrive file, a document of ours, or both.
 *
 * @param ref names it in every call
 * @param name with its extension
 * @param size in bytes
 * @param changedAt when its content changed last
 * @param changedBy who changed it, or empty
 * @param opening what the pen does
 * @param state whether Pipedrive has its newest version
 * @param editors names of the people who edit it now
 * @param outside where it opens when the pen does not: at Google; or empty
 * @param deletable whether we may offer to delete it: never what hangs on a mail or an activity
 */
public record DealFile(
        Ref ref,
        String name,
        long size,
        Instant changedAt,
        String changedBy,
        Opening opening,
        State state,
        List<String> editors,
        String outside,
        boolean deletable)
        implements Serializable {

    public DealFile {
        editors = List.copyOf(editors);
    }

    /** The same line, telling that what was typed last did not arrive. */
    DealFile saveFailed() {
        return new DealFile(
                ref, name, size, changedAt, changedBy, opening, State.SAVE_FAILED, editors, outside, deletable);
    }

    /** What a click on the name does. */
    public enum Opening {
        EDIT,
        VIEW,
        GOOGLE,
        NONE
    }

    /** Where the newest version is. */
    public enum State {
        /** Pipedrive has it. */
        IN_PIPEDRIVE,
        /** It is stored by us and on its way. */
        WAITING,
        /** Pipedrive refuses it; a person must decide. */
        NEEDS_ATTENTION,
        /** The editor could not hand over what was typed last; a person must look. */
        SAVE_FAILED
    }

    /** Names a line in calls to the services: {@code f<file id>} or {@code d<document id>}; not a right to anything. */
    public record Ref(String value) implements Serializable {

        /** The line of a document of ours. */
        public static Ref of(DocumentId document) {
            return new Ref("d" + document);
        }

        /** The document it names, if it names one. */
        public Optional<DocumentId> document() {
            return Line.parse(this) instanceof Line.OfDocument(DocumentId document)
                    ? Optional.of(document)
                    : Optional.empty();
        }
    }
}
