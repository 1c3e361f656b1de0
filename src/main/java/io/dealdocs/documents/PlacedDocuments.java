package io.dealdocs.documents;

import io.dealdocs.pipedrive.PipedriveFile;
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

/**
 * Finds the document that a line of a deal's list names, where its Pipedrive file hangs now: people rename and move
 * files in Pipedrive, and the document follows.
 */
@Component
class PlacedDocuments {

    private final DealFiles dealFiles;
    private final JdbcDocuments rows;
    private final Documents documents;
    private final Publications publications;
    private final TransactionTemplate transaction;

    PlacedDocuments(
            DealFiles dealFiles,
            JdbcDocuments rows,
            Documents documents,
            Publications publications,
            TransactionTemplate transaction) {
        this.dealFiles = dealFiles;
        this.rows = rows;
        this.documents = documents;
        this.publications = publications;
        this.transaction = transaction;
    }

    /** A document on a deal, and its file as it is in Pipedrive now, if it is there. */
    record Placed(Document document, Optional<PipedriveFile> file) {}

    /**
     * Finds a document by the member's own eyes.
     *
     * @throws Refusal {@code FILE_GONE} for a document that is not on this deal, {@code DOCUMENT_DELETED} for one that was
     */
    Placed on(MemberId member, DealId deal, DocumentId id) {
        Document document = own(member, id);
        Optional<PipedriveFile> file = document.file().flatMap(carrier -> dealFiles.find(member, carrier));
        if (file.isPresent()) {
            return new Placed(followed(document, file.get(), deal), file);
        }
        Optional<FileId> now = own(member, id).file();
        if (!now.equals(document.file())) {
            // A new version was published while we looked for the file of the one before.
            return on(member, deal, id);
        }
        if (!document.subject().equals(Subject.of(deal)) || deletedInPipedrive(document)) {
            throw new Refusal(Reason.FILE_GONE);
        }
        return new Placed(document, Optional.empty());
    }

    /** What waits to be published is kept, even if somebody deleted its file in Pipedrive meanwhile. */
    private static boolean deletedInPipedrive(Document document) {
        return document.file().isPresent() && !document.waiting();
    }

    private Document own(MemberId member, DocumentId id) {
        Document document = rows.find(id)
                .filter(it -> it.company().equals(member.company()))
                .orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        if (document.deleted()) {
            throw new Refusal(Reason.DOCUMENT_DELETED);
        }
        return document;
    }

    private Document followed(Document document, PipedriveFile file, DealId deal) {
        if (!deal.equals(file.deal())) {
            throw new Refusal(Reason.FILE_GONE);
        }
        boolean asKnown = document.nameAfter(file.name()).equals(document.name())
                && document.subject().equals(Subject.of(deal));
        return asKnown ? document : transaction.execute(status -> follow(document.id(), file, Subject.of(deal)));
    }

    private Document follow(DocumentId id, PipedriveFile file, Subject subject) {
        Document locked = documents.lock(id).orElseThrow(() -> new Refusal(Reason.FILE_GONE));
        // Else a newer file has taken over meanwhile, with a name and a place of its own.
        if (locked.file().equals(Optional.of(file.id()))) {
            publications.follow(locked, file.name(), subject);
        }
        return rows.find(id).orElseThrow(() -> new Refusal(Reason.FILE_GONE));
    }
}
