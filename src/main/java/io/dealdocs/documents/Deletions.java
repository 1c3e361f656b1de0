package io.dealdocs.documents;

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
import java.util.Map;
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
            EditingPresence presence,
            DealNews news,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.dealFiles = dealFiles;
        this.files = files;
        this.rows = rows;
        this.documents = documents;
        this.publications = publications;
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
        deleteAtPipedrive(member, deal, file);
        news.changed(member.company(), Subject.of(deal));
    }

    private void deleteDocument(MemberId member, DealId deal, DocumentId id) {
        Document document = rows.find(id)
                .filter(it -> it.company().equals(member.company()))
                .filter(it -> it.subject().equals(Subject.of(deal)))
                .orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        refuseWhileEdited(document);
        document.file().ifPresent(file -> deleteAtPipedrive(member, deal, file));
        transaction.executeWithoutResult(status -> documents.lock(id).ifPresent(locked -> {
            rows.markDeleted(id);
            news.changed(locked.company(), locked.subject());
        }));
    }

    private void refuseWhileEdited(Document document) {
        Map<DocumentId, List<String>> editors = presence.editorsOf(List.of(document.id()));
        if (!editors.isEmpty()) {
            throw new Refusal(Reason.BEING_EDITED, String.join(", ", editors.get(document.id())));
        }
    }

    private void deleteAtPipedrive(MemberId member, DealId deal, FileId file) {
        PipedriveFile found = dealFiles.one(member, deal, file);
        if (found.attachment() != PipedriveFile.Attachment.DEAL_ONLY) {
            throw new Refusal(Reason.FORBIDDEN);
        }
        gate.ask(member, Reason.FILE_GONE, access -> {
            files.delete(access, file);
            return file;
        });
    }
}
