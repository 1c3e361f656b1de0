package io.dealdocs.documents;

import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Subject;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides which document a Pipedrive file is. Two people who open a file first at once meet in one document. */
@Component
class FileIdentity {

    private final JdbcDocuments rows;
    private final Publications publications;
    private final UploadsUnderWay uploads;
    private final TransactionTemplate transaction;

    FileIdentity(
            JdbcDocuments rows, Publications publications, UploadsUnderWay uploads, TransactionTemplate transaction) {
        this.rows = rows;
        this.publications = publications;
        this.uploads = uploads;
        this.transaction = transaction;
    }

    /** The document of a file, which becomes one if nobody has opened it before. */
    DocumentId of(MemberId member, DealId deal, PipedriveFile file) {
        return publications
                .documentOf(member.company(), file.id())
                .or(() -> underWay(member, file))
                .or(() -> claim(member, deal, file))
                .or(() -> publications.documentOf(member.company(), file.id()))
                .orElseThrow();
    }

    // We have just uploaded it ourselves, and do not know it yet.
    private Optional<DocumentId> underWay(MemberId member, PipedriveFile file) {
        return Optional.ofNullable(
                uploads.among(member.company(), List.of(file)).get(file.id()));
    }

    private Optional<DocumentId> claim(MemberId member, DealId deal, PipedriveFile file) {
        DocumentId id = DocumentId.random();
        return transaction.execute(status -> {
            rows.insert(id, member.company(), Subject.of(deal), file.name(), member.user());
            if (publications.claim(member.company(), file.id(), id)) {
                return Optional.of(id);
            }
            // Somebody opened the file first in the same moment: theirs is the document.
            rows.delete(id);
            return Optional.<DocumentId>empty();
        });
    }
}
