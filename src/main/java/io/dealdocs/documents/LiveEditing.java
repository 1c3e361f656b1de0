package io.dealdocs.documents;

import io.dealdocs.shared.DocumentId;

/** Ends the editing of documents; answered by the package that runs the sessions, so that this one need not know them. */
public interface LiveEditing {

    /** Why editing ends; the editors are told. */
    enum Ending {
        /** Another version becomes the document. */
        REPLACED,
        /** The document is deleted. */
        DELETED
    }

    /**
     * Ends the editing of a document, so that its content may be replaced or deleted: tells the editors, has the Docs
     * server hand over what they typed, waits until that is stored, then sends everybody away. Whoever calls raises the
     * revision afterwards. Not to be called inside a transaction: it waits for a network. Does nothing where nobody edits.
     *
     * @throws io.dealdocs.shared.Refusal {@code DOCS_SILENT} when the Docs server does not hand it over in time; nothing
     *     has changed then
     */
    void end(DocumentId document, Ending why);

    /** The same, and the editors are told by name who does it. */
    default void end(DocumentId document, Ending why, String who) {
        end(document, why);
    }
}
