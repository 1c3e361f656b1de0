package io.dealdocs.documents;

import io.dealdocs.documents.PlacedDocuments.Placed;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Subject;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files and documents out of a deal; versions stay until retention ends. */
@Component
class Deletions {

    private final DealGate gate;
    private final DealFiles dealFiles;
    private final PipedriveFiles files;
    private final JdbcDocuments rows;
    private final Documents documents;
    private final Publications publications;
    private final PlacedDocuments placedDocuments;
    private final SupersededFiles superseded;
    private final EditingPresence presence;
    private final DealNews news;
    private final TransactionTemplate transaction;

    Deletions(
            DealGate gate,
            DealFiles dealFiles,
            PipedriveFiles files,
            JdbcDocuments rows,
            Documents documents,
            Publications publications,
            PlacedDocuments placedDocuments,
            SupersededFiles superseded,
            EditingPresence presence,
            DealNews news,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.dealFiles = dealFiles;
        this.files = files;
        this.rows = rows;
        this.documents = documents;
        this.publications = publications;
        this.placedDocuments = placedDocuments;
        this.superseded = superseded;
        this.presence = presence;
        this.news = news;
        this.transaction = transaction;
    }

    void delete(MemberId member, DealId deal, DealFile.Ref ref) {
        gate.enter(member, deal);
        switch (Line.parse(ref)) {
            case Line.OfDocument(DocumentId id) -> deleteDocument(member, deal, id);
            case Line.OfFile(FileId file) -> deleteFile(member, deal, file);
        }
    }

    private void deleteFile(MemberId member, DealId deal, FileId file) {
        // Opened by somebody since the list was drawn: it is a document by now.
        Optional<DocumentId> document = publications.documentOf(member.company(), file);
        if (document.isPresent()) {
            deleteDocument(member, deal, document.get());
            return;
        }
        deleteAtPipedrive(member, dealFiles.one(member, deal, file));
        news.changed(member.company(), Subject.of(deal));
    }

    private void deleteDocument(MemberId member, DealId deal, DocumentId id) {
        Placed placed = placedDocuments.on(member, deal, id);
        refuseWhileEdited(id);
        placed.file().ifPresent(file -> deleteAtPipedrive(member, file));
        Optional<FileId> deleted = placed.document().file();
        transaction.executeWithoutResult(
                status -> documents.lock(id).ifPresent(locked -> markDeleted(locked, deleted)));
    }

    private void markDeleted(Document locked, Optional<FileId> deletedFile) {
        rows.markDeleted(locked.id());
        superseded.supersede(locked.id(), deletedFile);
        if (!locked.file().equals(deletedFile)) {
            // A version was published meanwhile: its file must not stay behind.
            documents.publish(locked, Urgency.NOW);
        }
        news.changed(locked.company(), locked.subject());
    }

    private void refuseWhileEdited(DocumentId id) {
        if (presence.beingEdited(id)) {
            List<String> editors = presence.editorsOf(List.of(id)).getOrDefault(id, List.of());
            throw new Refusal(Reason.BEING_EDITED, String.join(", ", editors));
        }
    }

    private void deleteAtPipedrive(MemberId member, PipedriveFile found) {
        if (found.attachment() != PipedriveFile.Attachment.DEAL_ONLY) {
            throw new Refusal(Reason.FORBIDDEN);
        }
        gate.ask(member, Reason.FILE_GONE, access -> {
            files.delete(access, found.id());
            return found;
        });
    }
}
