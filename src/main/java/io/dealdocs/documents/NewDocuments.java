package io.dealdocs.documents;

import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.shared.ContentSource;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Subject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings new documents into a deal: stored first, then on their way to Pipedrive, so that nothing can be lost and nothing
 * has to wait while Pipedrive is silent.
 */
@Component
class NewDocuments {

    private final DealGate gate;
    private final Members members;
    private final BlankDocuments blanks;
    private final ContentStore store;
    private final JdbcDocuments rows;
    private final Documents documents;
    private final DocumentsProperties limits;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    NewDocuments(
            DealGate gate,
            Members members,
            BlankDocuments blanks,
            ContentStore store,
            JdbcDocuments rows,
            Documents documents,
            DocumentsProperties limits,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.members = members;
        this.blanks = blanks;
        this.store = store;
        this.rows = rows;
        this.documents = documents;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
    }

    DocumentId create(MemberId id, DealId deal, DocumentKind kind, String title) {
        DocumentName name = DocumentName.titled(title, kind);
        gate.visit(id, deal);
        Member member = members.find(id).orElseThrow(() -> new Refusal(Reason.NOT_CONNECTED));
        ContentSource blank = blanks.create(kind, member.locale());
        try (InputStream bytes = blank.open()) {
            return add(member, deal, name, store.store(bytes, blank.size(), blank.size()), AuditEntry.Action.CREATED);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    DocumentId upload(MemberId id, DealId deal, String fileName, long size, InputStream content) throws IOException {
        DocumentName name = DocumentName.of(fileName);
        long limit = limits.uploadLimit().toBytes();
        if (size > limit) {
            throw new Refusal(Reason.FILE_TOO_LARGE, limit);
        }
        if (size == 0) {
            throw new Refusal(Reason.FILE_EMPTY);
        }
        gate.visit(id, deal);
        Member member = members.find(id).orElseThrow(() -> new Refusal(Reason.NOT_CONNECTED));
        return add(member, deal, name, stored(content, size, limit), AuditEntry.Action.UPLOADED);
    }

    private StoredContent stored(InputStream content, long size, long limit) throws IOException {
        try {
            StoredContent stored = store.store(content, size, limit);
            if (stored.size() == 0) {
                store.discard(stored.id());
                throw new Refusal(Reason.FILE_EMPTY);
            }
            return stored;
        } catch (ContentTooLarge tooLarge) {
            throw new Refusal(Reason.FILE_TOO_LARGE, limit);
        } catch (EOFException brokenOff) {
            throw new Refusal(Reason.UPLOAD_BROKEN);
        }
    }

    private DocumentId add(
            Member member, DealId deal, DocumentName name, StoredContent content, AuditEntry.Action deed) {
        DocumentId id = DocumentId.random();
        transaction.executeWithoutResult(status -> {
            rows.insert(
                    id,
                    member.id().company(),
                    Subject.of(deal),
                    name.value(),
                    member.id().user());
            Document locked = documents.lock(id).orElseThrow();
            documents.add(
                    locked,
                    NewVersion.imported(content, Optional.of(member.id().user()), member.name()),
                    Documents.Effect.HEAD,
                    Optional.of(Urgency.NOW));
            audit.record(AuditEntry.Draft.on(
                    locked.company(),
                    id,
                    name.value(),
                    deed,
                    Optional.of(member.id().user()),
                    "deal " + deal));
        });
        return id;
    }
}
