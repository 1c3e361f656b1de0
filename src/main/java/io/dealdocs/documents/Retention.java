package io.dealdocs.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditEntry.Action;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.installation.Companies;
import io.dealdocs.installation.CompanyRules;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets older versions die as each company has decided, a few at a time in transactions of their own. */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final Companies companies;
    private final JdbcOldVersions old;
    private final Documents documents;
    private final EditingPresence presence;
    private final Erasure erasure;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retention(
            Companies companies,
            JdbcOldVersions old,
            Documents documents,
            EditingPresence presence,
            Erasure erasure,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.companies = companies;
        this.old = old;
        this.documents = documents;
        this.presence = presence;
        this.erasure = erasure;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    void run() {
        old.companies().forEach(this::run);
    }

    private void run(CompanyId company) {
        CompanyRules rules = companies.rules(company);
        if (rules.retentionDays().isEmpty() && rules.retentionCount().isEmpty()) {
            return;
        }
        JdbcOldVersions.Limits limits = limits(rules);
        List<DocumentId> overdue = old.documents(company, limits);
        int erased = overdue.stream().mapToInt(id -> runIfPossible(id, limits)).sum();
        if (erased > 0) {
            log.info("{} older versions of company {} were erased", erased, company);
        }
    }

    private JdbcOldVersions.Limits limits(CompanyRules rules) {
        Instant now = clock.instant();
        Instant before = rules.retentionDays().isEmpty()
                ? Instant.EPOCH
                : now.minus(Duration.ofDays(rules.retentionDays().getAsInt()));
        return new JdbcOldVersions.Limits(before, rules.retentionCount().orElse(Integer.MAX_VALUE), now);
    }

    // One that makes trouble must not keep the others.
    private int runIfPossible(DocumentId id, JdbcOldVersions.Limits limits) {
        try {
            return run(id, limits);
        } catch (RuntimeException trouble) {
            log.error("Older versions of document {} could not be erased", id, trouble);
            return 0;
        }
    }

    private int run(DocumentId id, JdbcOldVersions.Limits limits) {
        int erased = 0;
        int some;
        do {
            some = transaction.execute(status ->
                    documents.lock(id).map(locked -> eraseSome(locked, limits)).orElse(0));
            erased += some;
        } while (some == JdbcOldVersions.SOME);
        return erased;
    }

    private int eraseSome(Document locked, JdbcOldVersions.Limits limits) {
        List<Integer> numbers = old.some(locked.id(), limits, presence.basesOf(locked.id()));
        if (!numbers.isEmpty()) {
            erasure.versions(locked.id(), numbers);
            audit.record(AuditEntry.Draft.on(
                    locked.company(), locked.id(), locked.name(), Action.EXPIRED, Optional.empty(), told(numbers)));
        }
        return numbers.size();
    }

    private static String told(List<Integer> numbers) {
        String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (numbers.size() == 1 ? "version " : "versions ") + all;
    }

    /** Runs it every hour. */
    @Configuration
    static class Hourly {

        @Bean
        RecurringTask<Void> retentionTask(Retention retention) {
            return Tasks.recurring("retention", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> retention.run());
        }
    }
}
