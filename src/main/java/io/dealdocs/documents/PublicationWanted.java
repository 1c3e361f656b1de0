package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;

/** A document's head should reach Pipedrive. Published inside the transaction that makes it so. */
public record PublicationWanted(CompanyId company, DocumentId document, Urgency urgency) {

    /** When. */
    public enum Urgency {
        /** A person waits for it: even while others edit, and whatever the company's rule is. */
        NOW,
        /** After the quiet period, if nobody has come back by then; never by itself in a company that decided so. */
        WHEN_QUIET
    }
}
