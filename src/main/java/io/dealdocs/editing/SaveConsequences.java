package io.dealdocs.editing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.installation.Companies;
import io.dealdocs.installation.CompanyRules.Publish;
import io.dealdocs.shared.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a stored save means to whoever had asked for it; part of the transaction that stores it. */
@Component
class SaveConsequences {

    /** The word that comes back with the force save of a long session. */
    static final String HOURLY = "hourly";

    /** The word that comes back with what people who have left did not get saved. */
    static final String LEFT_BEHIND = "left behind";

    private final Documents documents;
    private final AwaitedSaves awaited;
    private final JdbcSessionWatch watch;
    private final Companies companies;
    private final AuditTrail audit;

    SaveConsequences(
            Documents documents, AwaitedSaves awaited, JdbcSessionWatch watch, Companies companies, AuditTrail audit) {
        this.documents = documents;
        this.awaited = awaited;
        this.watch = watch;
        this.companies = companies;
        this.audit = audit;
    }

    /** A force save is stored, now or before: a repetition has the same consequences. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forceSaved(EditingSession session, Document locked, String userData) {
        switch (userData) {
            case HOURLY -> savedForLength(session, locked);
            case LEFT_BEHIND -> documents.find(locked.id()).ifPresent(documents::editorsLeft);
            default -> awaited.stored(session.id(), userData);
        }
    }

    /**
     * A long session is saved up to now: what Pipedrive lacks of its locked document goes there although people edit,
     * unless the company has come to publish on demand only.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void savedForLength(EditingSession session, Document locked) {
        watch.savedForLength(session.id());
        if (companies.rules(locked.company()).publish() == Publish.WHEN_DONE) {
            publish(locked);
        }
    }

    private void publish(Document locked) {
        documents.find(locked.id()).filter(Document::waiting).ifPresent(now -> documents.publish(now, Urgency.NOW));
    }

    /** A forgotten save became a version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recovered(Document locked, int version, Optional<UserId> author) {
        audit.record(AuditEntry.Draft.on(
                locked.company(),
                locked.id(),
                locked.name(),
                AuditEntry.Action.RECOVERED,
                author,
                "version " + version));
    }
}
