package io.dealdocs.publishing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.dealdocs.documents.PublicationWanted;
import io.dealdocs.shared.DocumentId;
import java.time.Clock;
import java.time.Instant;
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

    // The scheduler needs the tasks, and the tasks need this.
    private final ObjectProvider<SchedulerClient> scheduler;
    private final PublishingProperties properties;
    private final Clock clock;

    PublicationPlan(ObjectProvider<SchedulerClient> scheduler, PublishingProperties properties, Clock clock) {
        this.scheduler = scheduler;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    void on(PublicationWanted wanted) {
        Instant when = switch (wanted.urgency()) {
            case NOW -> clock.instant();
            case WHEN_QUIET -> clock.instant().plus(properties.quietPeriod());
        };
        plan(wanted.document(), when, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    /** Makes sure that there is a task at all, for a locked document. */
    void ensure(DocumentId document) {
        plan(document, clock.instant().plus(properties.quietPeriod()), ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    private void plan(DocumentId document, Instant when, ScheduleOptions options) {
        try {
            scheduler.getObject().schedule(TASK.instance(document.toString()).scheduledTo(when), options);
        } catch (TaskInstanceCurrentlyExecutingException running) {
            // The run that is under way looks, before it ends and under the document's lock, whether there is more.
            log.debug("Document {} is being published; its run will see the newer version", document);
        }
    }
}
