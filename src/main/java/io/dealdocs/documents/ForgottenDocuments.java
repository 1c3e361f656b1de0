package io.dealdocs.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.shared.DocumentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets documents 30 days after they were deleted, or after their file or deal was found to be gone: as long as
 * Pipedrive itself keeps deleted files (pipedrive contract, section 3.4).
 */
@Component
class ForgottenDocuments {

    private static final Logger log = LoggerFactory.getLogger(ForgottenDocuments.class);
    private static final Duration KEPT = Duration.ofDays(30);
    // A list that lacks a file for a moment costs nothing then, and one that lacks it for long little.
    private static final Duration BEFORE_LOOKING = Duration.ofDays(1);
    private static final int MOST = 100;

    private final JdbcForgettable forgettable;
    private final JdbcDocuments rows;
    private final Documents documents;
    private final FileWitnesses witnesses;
    private final EditingPresence presence;
    private final Erasure erasure;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ForgottenDocuments(
            JdbcForgettable forgettable,
            JdbcDocuments rows,
            Documents documents,
            FileWitnesses witnesses,
            EditingPresence presence,
            Erasure erasure,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.forgettable = forgettable;
        this.rows = rows;
        this.documents = documents;
        this.witnesses = witnesses;
        this.presence = presence;
        this.erasure = erasure;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run() {
        forgettable.missedSince(clock.instant().minus(BEFORE_LOOKING), MOST).forEach(id -> attempt(id, () -> look(id)));
        Instant before = clock.instant().minus(KEPT);
        forgettable.before(before, MOST).forEach(id -> attempt(id, () -> forgetIfGone(id, before)));
    }

    // One that makes trouble must not keep the others.
    private static void attempt(DocumentId id, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            log.error("Document {} could not be looked for or forgotten", id, trouble);
        }
    }

    private void look(DocumentId id) {
        Optional<Document> missing = documents.find(id);
        if (missing.isEmpty()) {
            return;
        }
        FileWitnesses.Finding finding = witnesses.find(missing.get());
        transaction.executeWithoutResult(status -> documents
                .lock(id)
                .filter(locked -> locked.file().equals(missing.get().file()))
                .ifPresent(locked -> note(locked, finding)));
    }

    private void note(Document locked, FileWitnesses.Finding finding) {
        switch (finding) {
            case THERE -> rows.seen(locked.id());
            case GONE -> rows.gone(locked.id());
            case UNKNOWN -> rows.missed(locked.id());
        }
    }

    // What came back was maybe looked at by nobody, and what is forgotten is lost: so it is looked for once more.
    private void forgetIfGone(DocumentId id, Instant before) {
        Optional<Document> dead = documents.find(id);
        FileWitnesses.Finding finding = dead.filter(document -> !document.deleted())
                .map(witnesses::find)
                .orElse(FileWitnesses.Finding.GONE);
        switch (finding) {
            case GONE -> forget(id, before);
            case UNKNOWN ->
                transaction.executeWithoutResult(status -> documents.lock(id).ifPresent(this::askLater));
            case THERE ->
                transaction.executeWithoutResult(status -> documents.lock(id).ifPresent(this::live));
        }
    }

    private void askLater(Document locked) {
        rows.missed(locked.id());
    }

    private void live(Document locked) {
        rows.seen(locked.id());
        if (locked.waiting()) {
            documents.publish(locked, Urgency.WHEN_QUIET);
        }
    }

    private void forget(DocumentId id, Instant before) {
        transaction.executeWithoutResult(status -> documents
                .lock(id)
                .filter(locked -> !presence.beingEdited(id))
                .ifPresent(locked -> forgettable.reason(id, before).ifPresent(reason -> forget(locked, reason))));
    }

    private void forget(Document locked, String reason) {
        erasure.document(locked.id());
        audit.record(AuditEntry.Draft.on(
                locked.company(), locked.id(), locked.name(), AuditEntry.Action.FORGOTTEN, Optional.empty(), reason));
        log.info("Document {} is forgotten: {}", locked.id(), reason);
    }

    /** Runs it every hour. */
    @Configuration
    static class Hourly {

        @Bean
        RecurringTask<Void> forgettingTask(ForgottenDocuments forgotten) {
            return Tasks.recurring("forgetting", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> forgotten.run());
        }
    }
}
