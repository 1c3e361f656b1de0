package io.dealdocs.publishing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.Publications;
import io.dealdocs.documents.SupersededFiles;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.publishing.JdbcAttempts.Outcome;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.Subject;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records that a file carries a version now; a file that may not be recorded is our own double, and is to go. */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Documents documents;
    private final Publications publications;
    private final SupersededFiles superseded;
    private final JdbcAttempts attempts;
    private final TransactionTemplate transaction;

    Delivery(
            Documents documents,
            Publications publications,
            SupersededFiles superseded,
            JdbcAttempts attempts,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.publications = publications;
        this.superseded = superseded;
        this.attempts = attempts;
        this.transaction = transaction;
    }

    /**
     * Records the file of an attempt.
     *
     * @throws UnfitFile when Pipedrive made something else of what was sent
     */
    void record(Attempt attempt, PipedriveFile file, Outcome outcome) {
        boolean whole = file.storedAtPipedrive() && file.size() == attempt.size();
        transaction.executeWithoutResult(status -> record(attempt, file, outcome, whole));
        if (!whole) {
            throw new UnfitFile(file.storedAtPipedrive());
        }
    }

    private void record(Attempt attempt, PipedriveFile file, Outcome outcome, boolean whole) {
        Document locked = documents.lock(attempt.document()).orElseThrow();
        boolean allowed = whole && !locked.deleted() && publications.fence(locked.id()) == attempt.fence();
        if (allowed) {
            DealId deal = Objects.requireNonNullElse(file.deal(), attempt.deal());
            publications.record(locked, attempt.version(), file.id(), file.name(), Subject.of(deal));
        } else {
            log.info("File {} may not carry document {} and is to be deleted", file.id(), locked.id());
            superseded.addDouble(locked, file.id());
        }
        attempts.finish(attempt, allowed ? outcome : Outcome.DOUBLE, Optional.of(file.id()));
    }
}
