package io.dealdocs.publishing;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.EditingPresence;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.documents.Publications;
import io.dealdocs.documents.SupersededFiles;
import io.dealdocs.shared.DocumentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The tasks of the queue: one per document, and a sweep for documents that wait without one. */
@Configuration
class PublicationTask {

    private final Documents documents;
    private final Publications publications;
    private final SupersededFiles superseded;
    private final EditingPresence presence;
    private final PublishRules rules;
    private final PublishingProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublicationTask(
            Documents documents,
            Publications publications,
            SupersededFiles superseded,
            EditingPresence presence,
            PublishRules rules,
            PublishingProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.documents = documents;
        this.publications = publications;
        this.superseded = superseded;
        this.presence = presence;
        this.rules = rules;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    Task<Void> publishTask(Publisher publisher) {
        FailureHandler<Void> backOff = this::backOff;
        return Tasks.custom(PublicationPlan.TASK).onFailure(backOff).execute((instance, context) -> {
            DocumentId document = DocumentId.parse(instance.getId());
            int failures = context.getExecution().consecutiveFailures;
            return completion(document, publisher.run(document), failures);
        });
    }

    @Bean
    RecurringTask<Void> publishSweep(PublicationPlan plan) {
        return Tasks.recurring("publish-sweep", FixedDelay.of(properties.sweep()))
                .execute((instance, context) -> documents
                        .unpublished()
                        .forEach(id -> transaction.executeWithoutResult(status -> sweep(id, plan))));
    }

    // Under the row lock: two who plan the same task at once would abort the one who saves.
    private void sweep(DocumentId id, PublicationPlan plan) {
        documents.lock(id).ifPresent(document -> {
            if (document.attention().isPresent() && document.waiting()) {
                // Somebody has consented since: their token may help.
                documents.publish(document, Urgency.WHEN_QUIET);
            }
            plan.ensure(id);
        });
    }

    private CompletionHandler<Void> completion(DocumentId document, NextStep step, int failures) {
        return (complete, operations) -> {
            switch (step) {
                case NextStep.Settled settled -> settle(document, complete, operations);
                case NextStep.Parked parked -> park(document, complete, operations);
                case NextStep.Paused paused -> operations.remove();
                case NextStep.Again(Instant when) -> operations.reschedule(complete, when);
                case NextStep.AfterBackOff failed -> {
                    ExecutionComplete failure = ExecutionComplete.failure(
                            complete.getExecution(), complete.getTimeDone(), complete.getTimeDone(), null);
                    operations.reschedule(failure, clock.instant().plus(delay(failures)));
                }
            }
        };
    }

    // Under the row lock, in one transaction with the task's own row: a save that arrived while this run was under way
    // found the task busy and could not plan it.
    private void settle(DocumentId id, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        transaction.executeWithoutResult(status -> {
            Optional<Document> locked = documents.lock(id);
            if (locked.filter(rules::ready).isPresent() || !superseded.due(id).isEmpty()) {
                operations.reschedule(complete, nextRun(id));
            } else {
                operations.remove();
            }
        });
    }

    // What this run waits for may have happened while it ended.
    private void park(DocumentId id, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        transaction.executeWithoutResult(status -> {
            Optional<Document> locked =
                    documents.lock(id).filter(document -> publications.wantedNow(id) || !presence.beingEdited(id));
            if (locked.filter(rules::ready).isPresent()) {
                operations.reschedule(complete, nextRun(id));
            } else {
                operations.remove();
            }
        });
    }

    // What a person wanted while this run was under way could not be planned, and waits no longer than it must.
    private Instant nextRun(DocumentId id) {
        return publications.wantedNow(id) ? clock.instant() : clock.instant().plus(properties.quietPeriod());
    }

    private void backOff(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, clock.instant().plus(delay(complete.getExecution().consecutiveFailures)));
    }

    private Duration delay(int failures) {
        long doubled = properties.firstBackOff().toMillis() << Math.min(failures, 16);
        long capped = Math.min(doubled, properties.longestBackOff().toMillis());
        return Duration.ofMillis(capped / 2 + ThreadLocalRandom.current().nextLong(capped / 2 + 1));
    }
}
