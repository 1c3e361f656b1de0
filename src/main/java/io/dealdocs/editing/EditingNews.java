package io.dealdocs.editing;

import io.dealdocs.installation.NewsWire;
import io.dealdocs.shared.DocumentId;
import java.util.Optional;

/**
 * What the people who have a document open are told, on whichever node their pages live.
 *
 * @param detail whose doing it is, or which file is concerned; may be empty
 */
public record EditingNews(DocumentId document, Kind kind, String detail) {

    static final String TOPIC = "editing";
    private static final int PARTS = 3;

    /** What happens. */
    public enum Kind {
        /** Somebody ({@code detail}) is about to make another version the document. */
        REPLACING,
        /** Somebody ({@code detail}) is about to delete the document. */
        DELETING,
        /** It did not come to that: the document stays as it is. */
        CALLED_OFF,
        /** The editors are out, and another version takes over. */
        REPLACED,
        /** The editors are out, and the document is being deleted. */
        DELETED,
        /** The document's file ({@code detail}) was deleted in Pipedrive itself. */
        FILE_GONE
    }

    /** Reads what came over the wire; nothing where it is about something else. */
    public static Optional<EditingNews> of(NewsWire.Heard heard) {
        String[] parts = heard.text().split("\n", PARTS);
        return heard.topic().equals(TOPIC) && parts.length == PARTS
                ? Optional.of(new EditingNews(DocumentId.parse(parts[0]), Kind.valueOf(parts[1]), parts[2]))
                : Optional.empty();
    }

    String text() {
        return document + "\n" + kind + "\n" + detail;
    }
}
