package io.dealdocs.documents;

import io.dealdocs.documents.LiveEditing.Ending;
import io.dealdocs.documents.PlacedDocuments.Placed;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes documents out of a deal: out of every list at once, out of Pipedrive by a durable task a little later, so that it
 * can be taken back. A plain file goes the same way, as a document without versions. Versions stay until they are
 * forgotten.
 */
@Component
class Deletions {

    private final DealGate gate;
    private final DealFiles dealFiles;
    private final FileIdentity identity;
    private final Documents documents;
    private final Publications publications;
    private final PlacedDocuments placedDocuments;
    private final EditingGuard guard;
    private final DeletedDocuments deleted;
    private final JdbcDeletions rows;
    private final DeletionPlan plan;
    private final TransactionTemplate transaction;

    Deletions(
            DealGate gate,
            DealFiles dealFiles,
            FileIdentity identity,
            Documents documents,
            Publications publications,
            PlacedDocuments placedDocuments,
            EditingGuard guard,
            DeletedDocuments deleted,
            JdbcDeletions rows,
            DeletionPlan plan,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.dealFiles = dealFiles;
        this.identity = identity;
        this.documents = documents;
        this.publications = publications;
        this.placedDocuments = placedDocuments;
        this.guard = guard;
        this.deleted = deleted;
        this.rows = rows;
        this.plan = plan;
        this.transaction = transaction;
    }

    DeletionId delete(MemberId member, DealId deal, DealFile.Ref ref, boolean confirmed) {
        gate.enter(member, deal);
        DocumentId document = deletable(member, deal, ref);
        boolean ended = guard.end(document, Ending.DELETED, member, confirmed);
        return transaction.execute(status -> ask(member, deal, document, confirmed, ended));
    }

    void undo(MemberId member, DealId deal, DeletionId id) {
        gate.enter(member, deal);
        JdbcDeletions.Asked asked = rows.find(id)
                .filter(it -> it.member().company().equals(member.company()))
                .filter(it -> it.deal().equals(deal))
                .orElseThrow(() -> new Refusal(Reason.UNDO_TOO_LATE));
        transaction.executeWithoutResult(status -> takeBack(member, asked));
    }

    private void takeBack(MemberId member, JdbcDeletions.Asked asked) {
        Document locked = documents.lock(asked.document()).orElseThrow(() -> new Refusal(Reason.UNDO_TOO_LATE));
        if (!rows.takeBack(asked.id())) {
            throw new Refusal(Reason.UNDO_TOO_LATE);
        }
        deleted.revive(locked, Optional.of(member.user()), "");
    }

    private DeletionId ask(MemberId member, DealId deal, DocumentId id, boolean confirmed, boolean keyEnds) {
        Document locked = documents.lock(id).orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        if (locked.deleted()) {
            throw new Refusal(Reason.DOCUMENT_DELETED);
        }
        guard.requireQuiet(id, confirmed);
        deleted.mark(locked, member.user(), keyEnds);
        DeletionId deletion = rows.insert(id, member, deal);
        plan.schedule(deletion);
        return deletion;
    }

    private DocumentId deletable(MemberId member, DealId deal, DealFile.Ref ref) {
        return switch (Line.parse(ref)) {
            case Line.OfDocument(DocumentId id) -> document(member, deal, id);
            case Line.OfFile(FileId file) ->
                // Opened by somebody since the list was drawn: it is a document by now.
                publications
                        .documentOf(member.company(), file)
                        .map(id -> document(member, deal, id))
                        .orElseGet(() -> file(member, deal, file));
        };
    }

    private DocumentId document(MemberId member, DealId deal, DocumentId id) {
        Placed placed = placedDocuments.on(member, deal, id);
        placed.file().ifPresent(Deletions::requireDealOnly);
        return id;
    }

    private DocumentId file(MemberId member, DealId deal, FileId id) {
        PipedriveFile file = dealFiles.one(member, deal, id);
        requireDealOnly(file);
        return identity.of(member, deal, file);
    }

    private static void requireDealOnly(PipedriveFile file) {
        if (file.attachment() != PipedriveFile.Attachment.DEAL_ONLY) {
            throw new Refusal(Reason.FORBIDDEN);
        }
    }
}
