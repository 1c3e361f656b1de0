package io.dealdocs.publishing;

import io.dealdocs.pipedrive.BudgetRestored;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Companies whose budget of the day is used up. One refused request tells it for all documents and all nodes: until the
 * budget is there again the company's queue asks nothing. The sweep takes its documents up afterwards.
 */
@Repository
class BudgetPauses {

    private static final Logger log = LoggerFactory.getLogger(BudgetPauses.class);
    // Nobody has written down in which zone Pipedrive's day ends: a budget that is not there yet when we expect it is
    // asked for every hour.
    private static final Duration SAME_DAY = Duration.ofHours(20);
    private static final Duration NEXT_LOOK = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    BudgetPauses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** When the pause of a document's company ends, if it has one now. */
    Optional<Instant> endOf(DocumentId document) {
        return jdbc.sql("select p.ends_at from publishing_pause p join document d on d.company_id = p.company_id"
                        + " where d.id = :id and p.ends_at > :now")
                .param("id", document.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Pipedrive says that a document's company has used up its budget, which is expected back then. */
    void begin(DocumentId document, Instant expected) {
        Instant now = clock.instant();
        jdbc.sql("""
            insert into publishing_pause as p (company_id, ends_at)
            select company_id, :expected from document where id = :id
            on conflict (company_id) do update set ends_at = case
                when p.ends_at > :now then p.ends_at
                when p.ends_at > :lately then least(excluded.ends_at, :soon)
                else excluded.ends_at end
            """)
                .param("id", document.value())
                .param("expected", Timestamp.from(expected))
                .param("now", Timestamp.from(now))
                .param("lately", Timestamp.from(now.minus(SAME_DAY)))
                .param("soon", Timestamp.from(now.plus(NEXT_LOOK)))
                .update();
        log.info("The company of document {} has used up its budget of the day at Pipedrive", document);
    }

    /** Pipedrive has just answered somebody of the company. */
    void end(CompanyId company) {
        jdbc.sql("delete from publishing_pause where company_id = :id")
                .param("id", company.value())
                .update();
    }

    @EventListener
    void on(BudgetRestored restored) {
        jdbc.sql("delete from publishing_pause where company_id in (select id from company where api_domain = :domain)")
                .param("domain", restored.apiDomain().toString())
                .update();
    }
}
