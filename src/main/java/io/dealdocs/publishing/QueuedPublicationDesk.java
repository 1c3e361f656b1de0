package io.dealdocs.publishing;

import io.dealdocs.documents.DealGate;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.PlacedDocuments;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.documents.Publications;
import io.dealdocs.documents.Version;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Subject;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts what a person wants into the queue. */
@Service
class QueuedPublicationDesk implements PublicationDesk {

    private static final Set<Reason> CLOSED = Set.of(Reason.DEAL_GONE, Reason.FORBIDDEN);

    private final DealGate gate;
    private final PlacedDocuments placed;
    private final Documents documents;
    private final Publications publications;
    private final BudgetPauses pauses;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    QueuedPublicationDesk(
            DealGate gate,
            PlacedDocuments placed,
            Documents documents,
            Publications publications,
            BudgetPauses pauses,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.placed = placed;
        this.documents = documents;
        this.publications = publications;
        this.pauses = pauses;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void publishNow(MemberId member, DealId deal, DocumentId document) {
        enter(member, deal);
        placed.on(member, deal, document);
        transaction.executeWithoutResult(status -> documents.publish(living(document), Urgency.NOW));
    }

    @Override
    public void tryAgain(MemberId member, DealId deal, DocumentId document) {
        publishNow(member, deal, document);
    }

    @Override
    public void saveToAnotherDeal(MemberId member, DocumentId document, DealId from, DealId to) {
        requireRight(member, document, from);
        enter(member, to);
        transaction.executeWithoutResult(status -> move(member, living(document), from, to));
    }

    private void enter(MemberId member, DealId deal) {
        gate.enter(member, deal);
        // Pipedrive answers this company again, so its queue may ask as well.
        pauses.end(member.company());
    }

    private void requireRight(MemberId member, DocumentId document, DealId from) {
        try {
            gate.enter(member, from);
            placed.on(member, from, document);
        } catch (Refusal refusal) {
            if (!CLOSED.contains(refusal.reason()) || !wroteNewest(member, document, from)) {
                throw refusal;
            }
        }
    }

    private boolean wroteNewest(MemberId member, DocumentId id, DealId deal) {
        return documents
                .find(id)
                .filter(document -> document.company().equals(member.company()))
                .filter(document -> document.subject().equals(Subject.of(deal)))
                .flatMap(documents::head)
                .flatMap(Version::author)
                .filter(member.user()::equals)
                .isPresent();
    }

    private Document living(DocumentId id) {
        Document locked = documents.lock(id).orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        if (locked.deleted()) {
            throw new Refusal(Reason.DOCUMENT_DELETED);
        }
        return locked;
    }

    private void move(MemberId member, Document locked, DealId from, DealId to) {
        if (!locked.subject().equals(Subject.of(from))) {
            throw new Refusal(Reason.FILE_GONE);
        }
        if (!from.equals(to)) {
            publications.move(locked, Subject.of(to));
            audit.record(AuditEntry.Draft.on(
                    member.company(),
                    locked.id(),
                    locked.name(),
                    AuditEntry.Action.MOVED,
                    Optional.of(member.user()),
                    "deal " + from + " to deal " + to));
        }
        documents.publish(documents.find(locked.id()).orElseThrow(), Urgency.NOW);
    }
}
