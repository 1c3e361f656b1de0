package io.dealdocs.documents;

import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Subject;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives files and documents another name: in Pipedrive first, since the name there wins. */
@Component
class Renaming {

    private final DealGate gate;
    private final DealFiles dealFiles;
    private final PipedriveFiles files;
    private final PlacedDocuments placed;
    private final Documents documents;
    private final JdbcDocuments rows;
    private final DealNews news;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Renaming(
            DealGate gate,
            DealFiles dealFiles,
            PipedriveFiles files,
            PlacedDocuments placed,
            Documents documents,
            JdbcDocuments rows,
            DealNews news,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.dealFiles = dealFiles;
        this.files = files;
        this.placed = placed;
        this.documents = documents;
        this.rows = rows;
        this.news = news;
        this.audit = audit;
        this.transaction = transaction;
    }

    String file(MemberId member, DealId deal, FileId id, String title) {
        PipedriveFile file = dealFiles.one(member, deal, id);
        String name = DocumentName.renamed(file.name(), title).value();
        atPipedrive(member, file, name);
        news.changed(member.company(), Subject.of(deal));
        return name;
    }

    String document(MemberId member, DealId deal, DocumentId id, String title) {
        PlacedDocuments.Placed found = placed.on(member, deal, id);
        String name = DocumentName.renamed(found.document().name(), title).value();
        found.file().ifPresent(file -> atPipedrive(member, file, name));
        Optional<FileId> carrier = transaction.execute(status -> here(member, id, name));
        if (!carrier.equals(found.file().map(PipedriveFile::id))) {
            // A newer file has taken over meanwhile, with the name of the one before.
            placed.on(member, deal, id).file().ifPresent(file -> atPipedrive(member, file, name));
            transaction.executeWithoutResult(status -> here(member, id, name));
        }
        return name;
    }

    private void atPipedrive(MemberId member, PipedriveFile file, String name) {
        if (file.attachment() != PipedriveFile.Attachment.DEAL_ONLY) {
            throw new Refusal(Reason.FORBIDDEN);
        }
        if (!file.name().equals(name)) {
            gate.ask(member, Reason.FILE_GONE, access -> files.rename(access, file.id(), name));
        }
    }

    private Optional<FileId> here(MemberId member, DocumentId id, String name) {
        Document locked = documents.lock(id).orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        if (locked.deleted()) {
            throw new Refusal(Reason.DOCUMENT_DELETED);
        }
        if (!locked.name().equals(name)) {
            rows.rename(id, name, locked.subject());
            news.changed(locked.company(), locked.subject());
            audit.record(AuditEntry.Draft.on(
                    locked.company(), id, name, AuditEntry.Action.RENAMED, Optional.of(member.user()), locked.name()));
        }
        return locked.file();
    }
}
