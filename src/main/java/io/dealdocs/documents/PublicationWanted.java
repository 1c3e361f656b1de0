package io.dealdocs.documents;

import io.dealdocs.shared.DocumentId;

/** A document's head should reach Pipedrive. Published inside the transaction that makes it so. */
public record PublicationWanted(DocumentId document, Urgency urgency) {

    /** When. */
    public enum Urgency {
        /** A person waits for it. */
        NOW,
        /** After the quiet period, if nobody has come back by then. */
        WHEN_QUIET
    }
}
