package io.dealdocs.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.dealdocs.installation.ConsentEnded;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers who may see which deal, by the last word of Pipedrive. A right is held for 12 hours, and is worth something
 * only while Pipedrive does not answer: any other answer takes its place.
 */
@Repository
class ConfirmedRights {

    static final Duration LIFE = Duration.ofHours(12);
    // Pages ask often; what was written a moment ago need not be written again.
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ConfirmedRights(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Pipedrive has just let the member see the deal, which has this title. */
    void confirm(MemberId member, DealId deal, String title) {
        // Nothing is written, and no row is locked, where a fresh one is there already.
        jdbc.sql("""
                insert into confirmed_right (company_id, user_id, deal_id, title, confirmed_at)
                select :company, :user, :deal, :title, :now
                 where not exists (select 1 from confirmed_right
                                    where company_id = :company and user_id = :user and deal_id = :deal
                                      and title = :title and confirmed_at > :fresh)
                on conflict (company_id, user_id, deal_id)
                do update set title = excluded.title, confirmed_at = excluded.confirmed_at
                """)
                .param("company", member.company().value())
                .param("user", member.user().value())
                .param("deal", deal.value())
                .param("title", title)
                .param("now", Timestamp.from(clock.instant()))
                .param("fresh", before(FRESH))
                .update();
    }

    /** The deal's title, where the member was let in within the last 12 hours and nothing has ended that since. */
    Optional<String> held(MemberId member, DealId deal) {
        return jdbc.sql("select title from confirmed_right where company_id = :company and user_id = :user"
                        + " and deal_id = :deal and confirmed_at > :oldest")
                .param("company", member.company().value())
                .param("user", member.user().value())
                .param("deal", deal.value())
                .param("oldest", before(LIFE))
                .query(String.class)
                .optional();
    }

    /** Pipedrive does not let the member see the deal any more. */
    void end(MemberId member, DealId deal) {
        jdbc.sql("delete from confirmed_right where company_id = :company and user_id = :user and deal_id = :deal")
                .param("company", member.company().value())
                .param("user", member.user().value())
                .param("deal", deal.value())
                .update();
    }

    @EventListener
    void on(ConsentEnded ended) {
        jdbc.sql("delete from confirmed_right where company_id = :company and user_id = :user")
                .param("company", ended.member().company().value())
                .param("user", ended.member().user().value())
                .update();
    }

    int sweep() {
        return jdbc.sql("delete from confirmed_right where confirmed_at <= :oldest")
                .param("oldest", before(LIFE))
                .update();
    }

    private Timestamp before(Duration age) {
        return Timestamp.from(clock.instant().minus(age));
    }

    /** Sweeps what is too old to be of use: it tells who looked at which deal. */
    @Configuration
    static class Sweep {

        static final String NAME = "confirmed-rights-sweep";

        @Bean
        RecurringTask<Void> confirmedRightsSweepTask(ConfirmedRights rights) {
            return Tasks.recurring(NAME, FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> rights.sweep());
        }
    }
}
