package io.dealdocs.installation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.dealdocs.shared.CompanyId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets companies whose last member uninstalled long enough ago, with everything about them. Whoever installs again
 * before that finds everything as it was.
 */
@Component
public class Forgetting {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
    private static final TaskDescriptor<Void> AT_ONCE = TaskDescriptor.of("company-forgetting-at-once");
    private static final String DUE =
            " abandoned_at <= :before and not exists (select 1 from member_token t where t.company_id = company.id)";

    private final JdbcClient jdbc;
    private final ForgettingProperties properties;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    Forgetting(
            JdbcClient jdbc,
            ForgettingProperties properties,
            ApplicationEventPublisher events,
            ObjectProvider<SchedulerClient> scheduler,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.events = events;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Whether a company is to be forgotten now. Nobody of it can come back until the caller's transaction ends, whose
     * first lock is that of what it erases.
     */
    public boolean isDue(CompanyId company) {
        return jdbc.sql("select id from company where id = :id and" + DUE + " for update")
                .param("id", company.value())
                .param("before", before())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    // Where nothing is to stay, it does not stay until the hour is over either.
    @EventListener
    void on(Uninstalled uninstalled) {
        if (uninstalled.last() && properties.abandoned().isZero()) {
            scheduler
                    .getObject()
                    .schedule(
                            AT_ONCE.instance(uninstalled.member().company().toString())
                                    .scheduledTo(clock.instant()),
                            ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
        }
    }

    void run() {
        due().forEach(this::forgetIfPossible);
    }

    private List<CompanyId> due() {
        return jdbc.sql("select id from company where" + DUE)
                .param("before", before())
                .query((row, n) -> new CompanyId(row.getLong(1)))
                .list();
    }

    // One that cannot be forgotten now must not keep the others.
    private void forgetIfPossible(CompanyId company) {
        try {
            forget(company);
        } catch (RuntimeException trouble) {
            log.error("Company {} could not be forgotten", company, trouble);
        }
    }

    private void forget(CompanyId company) {
        events.publishEvent(new CompanyForgotten(company));
        int gone = jdbc.sql("delete from company where id = :id and" + DUE)
                .param("id", company.value())
                .param("before", before())
                .update();
        log.info("Company {} {}", company, gone > 0 ? "is forgotten" : "has come back and stays");
    }

    private Timestamp before() {
        return Timestamp.from(clock.instant().minus(properties.abandoned()));
    }

    /** Runs it every hour, and at once for an operator who keeps nothing. */
    @Configuration
    static class Hourly {

        @Bean
        OneTimeTask<Void> companyForgettingAtOnceTask(Forgetting forgetting) {
            return Tasks.oneTime(AT_ONCE)
                    .execute((instance, context) ->
                            forgetting.forgetIfPossible(new CompanyId(Long.parseLong(instance.getId()))));
        }

        @Bean
        RecurringTask<Void> companyForgettingTask(Forgetting forgetting) {
            return Tasks.recurring("company-forgetting", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> forgetting.run());
        }
    }
}
