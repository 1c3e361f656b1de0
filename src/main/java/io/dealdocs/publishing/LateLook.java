package io.dealdocs.publishing;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.documents.SupersededFiles;
import io.dealdocs.documents.SupersededFiles.Removal;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.publishing.JdbcAttempts.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks once more for an upload that came to nothing: its document was uploaded again, but the first request may have
 * been slow rather than lost. What it made is our own double, and goes.
 */
@Configuration
class LateLook {

    private static final Logger log = LoggerFactory.getLogger(LateLook.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final JdbcAttempts attempts;
    private final Documents documents;
    private final SupersededFiles superseded;
    private final Couriers couriers;
    private final UploadedFiles uploaded;
    private final BudgetPauses pauses;
    private final PublicationPlan plan;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LateLook(
            JdbcAttempts attempts,
            Documents documents,
            SupersededFiles superseded,
            Couriers couriers,
            UploadedFiles uploaded,
            BudgetPauses pauses,
            PublicationPlan plan,
            TransactionTemplate transaction,
            Clock clock) {
        this.attempts = attempts;
        this.documents = documents;
        this.superseded = superseded;
        this.couriers = couriers;
        this.uploaded = uploaded;
        this.pauses = pauses;
        this.plan = plan;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    Task<Void> lateLookTask() {
        FailureHandler<Void> later = (complete, operations) -> operations.reschedule(complete, later());
        return Tasks.custom(PublicationPlan.LATE_LOOK).onFailure(later).execute((instance, context) -> {
            Optional<Instant> again =
                    attempts.find(Long.parseLong(instance.getId())).flatMap(this::look);
            CompletionHandler<Void> remove = (complete, operations) -> operations.remove();
            return again.<CompletionHandler<Void>>map(
                            when -> (complete, operations) -> operations.reschedule(complete, when))
                    .orElse(remove);
        });
    }

    private Instant later() {
        return clock.instant().plus(PAUSE);
    }

    /** When to look again; nothing when it is known. */
    private Optional<Instant> look(Attempt attempt) {
        Optional<Instant> paused = pauses.endOf(attempt.document());
        if (paused.isPresent()) {
            return paused;
        }
        Document document = documents.find(attempt.document()).orElseThrow();
        try {
            couriers.carry(document, attempt.member().user(), member -> uploaded.find(attempt, member))
                    .ifPresent(file -> transaction.executeWithoutResult(status -> remove(attempt, file)));
            return Optional.empty();
        } catch (PipedriveException.RateLimited limited) {
            if (limited.daily()) {
                pauses.begin(document.id(), clock.instant().plus(limited.resetAfter()));
            }
            return Optional.of(later());
        } catch (PipedriveException.Unavailable silent) {
            return Optional.of(later());
        } catch (PipedriveException closed) {
            log.info("Nobody can look for doubles of document {}: {}", document.id(), closed.getMessage());
            return Optional.empty();
        }
    }

    private void remove(Attempt attempt, PipedriveFile file) {
        documents.lock(attempt.document()).ifPresent(locked -> {
            log.info("File {} is a late double of document {} and is to go", file.id(), locked.id());
            superseded.addDouble(locked, file.id(), Removal.DUE);
            attempts.finish(attempt, Outcome.DOUBLE, Optional.of(file.id()));
            plan.at(locked.id(), clock.instant(), Urgency.NOW);
        });
    }
}
