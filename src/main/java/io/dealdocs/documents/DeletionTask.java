package io.dealdocs.documents;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task that does a deletion, again and again until it is over. */
@Configuration
class DeletionTask {

    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);
    private static final Duration MOST_JITTER = Duration.ofMinutes(2);

    private final DocumentsProperties properties;
    private final Clock clock;

    DeletionTask(DocumentsProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Bean
    Task<Void> deleteTask(DeletionRun run) {
        FailureHandler<Void> backOff = this::backOff;
        return Tasks.custom(DeletionPlan.TASK)
                .onFailure(backOff)
                .execute((instance, context) -> completion(
                        run.run(DeletionId.parse(instance.getId())), context.getExecution().consecutiveFailures));
    }

    private CompletionHandler<Void> completion(DeletionRun.Outcome outcome, int failures) {
        return (complete, operations) -> {
            switch (outcome) {
                case DeletionRun.Outcome.Over over -> operations.remove();
                case DeletionRun.Outcome.Later(Duration pause) ->
                    operations.reschedule(complete, clock.instant().plus(withJitter(pause)));
                case DeletionRun.Outcome.Silent silent -> {
                    ExecutionComplete failure = ExecutionComplete.failure(
                            complete.getExecution(), complete.getTimeDone(), complete.getTimeDone(), null);
                    operations.reschedule(failure, clock.instant().plus(delay(failures)));
                }
            }
        };
    }

    private void backOff(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, clock.instant().plus(delay(complete.getExecution().consecutiveFailures)));
    }

    private Duration delay(int failures) {
        long doubled = properties.deletionBackOff().toMillis() << Math.min(failures, 16);
        long capped = Math.min(doubled, LONGEST_BACK_OFF.toMillis());
        return Duration.ofMillis(capped / 2 + ThreadLocalRandom.current().nextLong(capped / 2 + 1));
    }

    // Those who were turned away together must not come back together.
    private static Duration withJitter(Duration wait) {
        long most = Math.min(wait.toMillis() / 2, MOST_JITTER.toMillis());
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }
}
