package io.dealdocs.installation;

import io.dealdocs.shared.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What companies decided about their documents. */
@Repository
public class Companies {

    private final JdbcClient jdbc;

    Companies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rules of a company; the defaults where nobody has decided. */
    public CompanyRules rules(CompanyId company) {
        return jdbc.sql("select * from company where id = :id")
                .param("id", company.value())
                .query(Companies::row)
                .optional()
                .orElseGet(CompanyRules::defaults);
    }

    /** Replaces the rules of a company; the caller has made sure that an admin wants it. */
    public void change(CompanyId company, CompanyRules rules) {
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
