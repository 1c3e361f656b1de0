package io.dealdocs.publishing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.dealdocs.documents.PublicationWanted;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.documents.Publications;
import io.dealdocs.shared.DocumentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Plans one task per document, inside the transaction that makes it necessary: either both are there after a crash or
 * neither is.
 */
@Component
class PublicationPlan {

    private static final Logger log = LoggerFactory.getLogger(PublicationPlan.class);
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("publish");
    static final TaskDescriptor<Void> LATE_LOOK = TaskDescriptor.of("publish-late-look");

    // The scheduler needs the tasks, and the tasks need this.
    private final ObjectProvider<SchedulerClient> scheduler;
    private final PublishRules rules;
    private final Publications publications;
    private final PublishingProperties properties;
    private final Clock clock;

    PublicationPlan(
            ObjectProvider<SchedulerClient> scheduler,
            PublishRules rules,
            Publications publications,
            PublishingProperties properties,
            Clock clock) {
        this.scheduler = scheduler;
        this.rules = rules;
        this.publications = publications;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    void on(PublicationWanted wanted) {
        switch (wanted.urgency()) {
            case NOW -> at(wanted.document(), clock.instant(), Urgency.NOW);
            case WHEN_QUIET -> {
                if (rules.lets(wanted.company(), wanted.document())) {
                    whenQuiet(wanted.document());
                }
            }
        }
    }

    // What a person wants now is not put off because somebody else stopped editing.
    private void whenQuiet(DocumentId document) {
        Instant quiet = clock.instant().plus(properties.quietPeriod());
        boolean wantedNow = publications.wantedNow(document);
        plan(
                document,
                quiet,
                Urgency.WHEN_QUIET,
                wantedNow ? ScheduleOptions.WHEN_EXISTS_DO_NOTHING : ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    /** Makes sure that there is a task at all, for a locked document; many at once are spread. */
    void ensure(DocumentId document) {
        long quiet = properties.quietPeriod().toMillis();
        Duration spread = Duration.ofMillis(quiet + ThreadLocalRandom.current().nextLong(quiet + 1));
        plan(document, clock.instant().plus(spread), Urgency.WHEN_QUIET, ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    /** Plans a locked document's task for a moment, whatever was planned before. */
    void at(DocumentId document, Instant when, Urgency urgency) {
        plan(document, when, urgency, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    /** Plans to look for an upload once more, for it may have been slow rather than lost. */
    void lookLater(Attempt attempt) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        LATE_LOOK.instance(Long.toString(attempt.id())).build(),
                        attempt.startedAt().plus(properties.lateLook()));
    }

    private void plan(DocumentId document, Instant when, Urgency urgency, ScheduleOptions options) {
        int priority = urgency == Urgency.NOW ? Priority.HIGH : Priority.MEDIUM;
        try {
            scheduler
                    .getObject()
                    .schedule(
                            TASK.instance(document.toString())
                                    .priority(priority)
                                    .scheduledTo(when),
                            options);
        } catch (TaskInstanceCurrentlyExecutingException running) {
            // The run that is under way looks, before it ends and under the document's lock, whether there is more.
            log.debug("Document {} is being published; its run will see the newer version", document);
        }
    }
}
