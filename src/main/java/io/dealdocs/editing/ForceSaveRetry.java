package io.dealdocs.editing;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.dealdocs.onlyoffice.DocumentServers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Asks a Docs server for a force save again after one could not be stored: the server itself does not try twice. */
@Component
class ForceSaveRetry {

    private static final Logger log = LoggerFactory.getLogger(ForceSaveRetry.class);
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("force-save");
    private static final String ASKED_BY = "retry";
    private static final String AGAIN = "/again";
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 8;

    // The scheduler needs the tasks, and this needs the scheduler.
    private final ObjectProvider<SchedulerClient> scheduler;
    private final EditingProperties properties;
    private final Clock clock;

    ForceSaveRetry(ObjectProvider<SchedulerClient> scheduler, EditingProperties properties, Clock clock) {
        this.scheduler = scheduler;
        this.properties = properties;
        this.clock = clock;
    }

    void later(EditingSession session) {
        try {
            SchedulerClient client = scheduler.getObject();
            client.scheduleIfNotExists(
                    TASK.instance(free(client, session.id().toString())).build(),
                    clock.instant().plus(properties.forceSaveRetry()));
        } catch (RuntimeException databaseDown) {
            // The end of the session brings the text anyway.
            log.warn("A force save of session {} could not be planned", session.id(), databaseDown);
        }
    }

    // The callback of a force save may come while the task that asked for it is still at work, and its
    // failure must find a place beside that.
    private static String free(SchedulerClient client, String session) {
        boolean atWork = client.getScheduledExecution(TASK.instanceId(session))
                .filter(ScheduledExecution::isPicked)
                .isPresent();
        return atWork ? session + AGAIN : session;
    }

    /** The task itself. */
    @Configuration
    static class Task {

        @Bean
        OneTimeTask<Void> forceSaveTask(JdbcEditingSessions sessions, DocumentServers servers, PinnedServers pinned) {
            return Tasks.oneTime(TASK)
                    .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                            MOST_TRIES, new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_BACK_OFF)))
                    .execute((instance, context) -> open(sessions, instance.getId())
                            .ifPresent(session ->
                                    pinned.ask(session, server -> servers.forceSave(server, session.key(), ASKED_BY))));
        }

        private static Optional<EditingSession> open(JdbcEditingSessions sessions, String id) {
            return sessions.find(SessionId.parse(id.replace(AGAIN, ""))).filter(session -> !session.ended());
        }
    }
}
