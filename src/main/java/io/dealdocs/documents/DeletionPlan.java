package io.dealdocs.documents;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Plans one task per deletion, inside the transaction that asks for it. */
@Component
class DeletionPlan {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("delete");

    // The scheduler needs the tasks, and the tasks need this.
    private final ObjectProvider<SchedulerClient> scheduler;
    private final DocumentsProperties properties;
    private final Clock clock;

    DeletionPlan(ObjectProvider<SchedulerClient> scheduler, DocumentsProperties properties, Clock clock) {
        this.scheduler = scheduler;
        this.properties = properties;
        this.clock = clock;
    }

    /** The deletion happens when the time to take it back is over. */
    void schedule(DeletionId id) {
        scheduler
                .getObject()
                .schedule(
                        TASK.instance(id.toString()).scheduledTo(clock.instant().plus(properties.undoTime())),
                        ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }
}
