package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.Publications;
import io.dealdocs.documents.Publications.Removal;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.publishing.JdbcAttempts.Outcome;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.Subject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records that a file carries a version now; a file that may not be recorded any more is our own double and goes. */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Documents documents;
    private final Publications publications;
    private final JdbcAttempts attempts;
    private final Couriers couriers;
    private final PipedriveFiles files;
    private final TransactionTemplate transaction;

    Delivery(
            Documents documents,
            Publications publications,
            JdbcAttempts attempts,
            Couriers couriers,
            PipedriveFiles files,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.publications = publications;
        this.attempts = attempts;
        this.couriers = couriers;
        this.files = files;
        this.transaction = transaction;
    }

    /**
     * Records the file of an attempt.
     *
     * @param before the file it supersedes, as it was just read; only a plain attachment of the deal is deleted
     */
    void record(Attempt attempt, PipedriveFile file, Optional<PipedriveFile> before, DealId deal) {
        if (mangled(attempt, file)) {
            attempts.finish(attempt, Outcome.REFUSED, Optional.of(file.id()));
            removeDouble(attempt, file);
            throw new PipedriveException.Rejected(
                    "the file arrived with " + file.size() + " bytes instead of " + attempt.size());
        }
        boolean recorded = transaction.execute(
                status -> record(attempt, file, removal(before), Subject.of(deal), Outcome.RECORDED));
        if (!recorded) {
            removeDouble(attempt, file);
        }
    }

    /** Records the file of an attempt whose answer was lost. */
    void adopt(Attempt attempt, PipedriveFile file) {
        boolean recorded = transaction.execute(
                status -> record(attempt, file, Removal.DUE, subject(attempt, file), Outcome.ADOPTED));
        if (!recorded) {
            removeDouble(attempt, file);
        }
    }

    private Subject subject(Attempt attempt, PipedriveFile file) {
        return file.deal() == null
                ? documents.find(attempt.document()).orElseThrow().subject()
                : Subject.of(file.deal());
    }

    private boolean record(Attempt attempt, PipedriveFile file, Removal before, Subject subject, Outcome outcome) {
        Optional<Document> locked = documents.lock(attempt.document());
        boolean allowed = locked.filter(document -> !document.deleted()).isPresent()
                && publications.fence(attempt.document()) == attempt.fence();
        if (allowed) {
            publications.record(locked.get(), attempt.version(), file.id(), file.name(), subject, before);
        }
        attempts.finish(attempt, outcome, Optional.of(file.id()));
        return allowed;
    }

    private static Removal removal(Optional<PipedriveFile> before) {
        return before.map(file -> file.attachment() == PipedriveFile.Attachment.DEAL_ONLY ? Removal.DUE : Removal.KEPT)
                .orElse(Removal.DONE);
    }

    private static boolean mangled(Attempt attempt, PipedriveFile file) {
        return file.storedAtPipedrive() && file.size() != attempt.size();
    }

    private void removeDouble(Attempt attempt, PipedriveFile file) {
        log.info("File {} of document {} is a double of ours and is deleted", file.id(), attempt.document());
        couriers.ask(attempt.member(), access -> {
            files.delete(access, file.id());
            return file;
        });
    }
}
