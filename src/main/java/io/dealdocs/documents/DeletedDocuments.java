package io.dealdocs.documents;

import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditEntry.Action;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a deletion does to a locked document when it is asked for, done, or taken back. */
@Component
class DeletedDocuments {

    private final JdbcDocuments rows;
    private final Documents documents;
    private final SupersededFiles superseded;
    private final DealNews news;
    private final AuditTrail audit;

    DeletedDocuments(
            JdbcDocuments rows, Documents documents, SupersededFiles superseded, DealNews news, AuditTrail audit) {
        this.rows = rows;
        this.documents = documents;
        this.superseded = superseded;
        this.news = news;
        this.audit = audit;
    }

    /**
     * No list shows the document any more, nobody opens it, and nothing more of it goes to Pipedrive.
     *
     * @param keyEnds whether its editing was ended, so that its key must not be used again should it come back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(Document locked, UserId by, boolean keyEnds) {
        rows.markDeleted(locked.id());
        if (keyEnds) {
            rows.raiseRevision(locked.id());
        }
        record(locked, Action.DELETED, Optional.of(by), "");
        news.changed(locked.company(), locked.subject());
    }

    /** Its file is gone at Pipedrive; whatever else it still has there follows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(Document locked, Optional<FileId> deletedFile) {
        superseded.supersede(locked.id(), deletedFile);
        if (!superseded.due(locked.id()).isEmpty()) {
            documents.publish(locked, Urgency.NOW);
        }
    }

    /** The document is there again, and what Pipedrive lacked of it is on its way again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revive(Document locked, Optional<UserId> by, String why) {
        rows.unmarkDeleted(locked.id());
        documents
                .find(locked.id())
                .filter(now -> now.waiting() && now.attention().isEmpty())
                .ifPresent(now -> documents.publish(now, rows.wantedNow(now.id()) ? Urgency.NOW : Urgency.WHEN_QUIET));
        record(locked, Action.UNDELETED, by, why);
        news.changed(locked.company(), locked.subject());
    }

    private void record(Document document, Action action, Optional<UserId> by, String detail) {
        audit.record(AuditEntry.Draft.on(document.company(), document.id(), document.name(), action, by, detail));
    }
}
