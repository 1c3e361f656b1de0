package io.dealdocs.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sweeps contents that no version refers to: transfers that broke off, saves that were stored but not kept, and what
 * older versions held that were erased.
 */
@Configuration
class ContentSweep {

    private static final Logger log = LoggerFactory.getLogger(ContentSweep.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    // No transfer takes a day, so nothing that came or was set aside since can be taken from under one.
    private static final Duration AGE = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> contentSweepTask(JdbcContentStore store, Clock clock) {
        return Tasks.recurring("content-sweep", FixedDelay.of(PAUSE)).execute((instance, context) -> {
            int swept = store.sweep(clock.instant().minus(AGE));
            if (swept > 0) {
                log.info("{} contents without a version were swept", swept);
            }
        });
    }
}
