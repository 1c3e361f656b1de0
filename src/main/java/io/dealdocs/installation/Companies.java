package io.dealdocs.installation;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What companies decided about their documents. */
@Repository
public class Companies {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Companies(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The rules of a company; the defaults where nobody has decided. */
    public CompanyRules rules(CompanyId company) {
        return jdbc.sql("select * from company where id = :id")
                .param("id", company.value())
                .query(Companies::row)
                .optional()
                .orElseGet(CompanyRules::defaults);
    }

    /** Replaces the rules of a member's company; the caller has made sure that the member is an admin. */
    @Transactional
    public void change(MemberId by, CompanyRules rules) {
        CompanyId company = by.company();
        jdbc.sql("select id from company where id = :id for update")
                .param("id", company.value())
                .query(Long.class)
                .optional();
        String difference = rules(company).difference(rules);
        if (!difference.isEmpty()) {
            write(company, rules);
            audit.record(AuditEntry.Draft.by(by, AuditEntry.Action.SETTINGS_CHANGED, difference));
        }
    }

    private void write(CompanyId company, CompanyRules rules) {
        jdbc.sql("""
            update company set publish_rule = :publish, through_others = :others, retention_days = :days,
                               retention_count = :count
             where id = :id
            """)
                .param("publish", rules.publish().name())
                .param("others", rules.throughOthers())
                .param("days", boxed(rules.retentionDays()))
                .param("count", boxed(rules.retentionCount()))
                .param("id", company.value())
                .update();
    }

    private static @Nullable Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static CompanyRules row(ResultSet row, int number) throws SQLException {
        return new CompanyRules(
                CompanyRules.Publish.valueOf(row.getString("publish_rule")),
                row.getBoolean("through_others"),
                CompanyRules.optional(Optional.ofNullable(row.getObject("retention_days", Integer.class))),
                CompanyRules.optional(Optional.ofNullable(row.getObject("retention_count", Integer.class))));
    }
}
