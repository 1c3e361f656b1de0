package io.dealdocs.editing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The tasks that look after sessions; of several nodes one runs each. */
@Configuration
class SessionSweeps {

    private static final Logger log = LoggerFactory.getLogger(SessionSweeps.class);
    private static final String FORGOTTEN = "forgotten-sweep";

    private final EditingProperties properties;

    SessionSweeps(EditingProperties properties) {
        this.properties = properties;
    }

    @Bean
    RecurringTask<Void> forgottenSweepTask(ForgottenSweep sweep) {
        return task(FORGOTTEN, properties.forgottenSweep(), sweep::run);
    }

    @Bean
    RecurringTask<Void> silentSessionsTask(SilentSessions sessions) {
        return task("silent-sessions", properties.watch(), sessions::run);
    }

    @Bean
    RecurringTask<Void> longSessionsTask(LongSessions sessions) {
        return task("long-sessions", properties.watch(), sessions::run);
    }

    private static RecurringTask<Void> task(String name, Duration pause, Runnable work) {
        return Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> work.run());
    }

    /** Saves that came while nobody ran are waiting with the Docs servers: the first look is at once. */
    @Component
    static class AtStart {

        private final ObjectProvider<SchedulerClient> scheduler;
        private final Clock clock;

        AtStart(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
            this.scheduler = scheduler;
            this.clock = clock;
        }

        @EventListener(ApplicationReadyEvent.class)
        void look() {
            scheduler.ifAvailable(this::look);
        }

        private void look(SchedulerClient client) {
            try {
                client.reschedule(TaskInstanceId.of(FORGOTTEN, RecurringTask.INSTANCE), clock.instant());
            } catch (RuntimeException underWay) {
                // Another node looks right now, or the scheduler has only just planned the first look.
                log.debug("The first look for forgotten files was not moved", underWay);
            }
        }
    }
}
