package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds versions that have outlived what their company decided. */
@Repository
class JdbcOldVersions {

    /** How many are erased at a time. */
    static final int SOME = 50;

    /** How long what was offered to people is kept whatever a company decided. */
    static final Duration OFFERED = Duration.ofDays(30);

    // Never the head, nor what Pipedrive holds, nor what it lacks while the document waits for it, nor what people may
    // still decide about.
    private static final String OVERDUE = """
        from (select v.*, d.company_id, d.head, d.published,
                     row_number() over (partition by v.document_id order by v.number desc) place
                from version v join document d on d.id = v.document_id where %s) o
         where o.number is distinct from o.head and o.number is distinct from o.published
           and (o.created_at < :before or o.place > :count)
           and (o.head is not distinct from o.published or o.number < coalesce(o.published, 0)
                or o.origin in ('RECOVERED', 'CONFLICT'))
           and (o.origin not in ('RECOVERED', 'CONFLICT') or o.created_at < :offered)
        """;

    private final JdbcClient jdbc;

    JdbcOldVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a company decided.
     *
     * @param before older versions die
     * @param count so many of a document live
     */
    record Limits(Instant before, int count, Instant now) {}

    /** Companies that have documents. */
    List<CompanyId> companies() {
        return jdbc.sql("select distinct company_id from document")
                .query((row, n) -> new CompanyId(row.getLong(1)))
                .list();
    }

    /** A company's documents that have such versions. */
    List<DocumentId> documents(CompanyId company, Limits limits) {
        return ask("select distinct o.document_id " + OVERDUE.formatted("d.company_id = :company"), limits)
                .param("company", company.value())
                .query((row, n) -> DocumentId.parse(row.getString(1)))
                .list();
    }

    /**
     * Some of a locked document's.
     *
     * @param bases versions that open sessions began with or have handed over, which live
     */
    List<Integer> some(DocumentId locked, Limits limits, Collection<Integer> bases) {
        return ask(
                        "select o.number " + OVERDUE.formatted("d.id = :id")
                                + " and o.number <> all(:bases) order by o.number limit :some",
                        limits)
                .param("id", locked.value())
                .param("bases", bases.toArray(Integer[]::new))
                .param("some", SOME)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    private JdbcClient.StatementSpec ask(String sql, Limits limits) {
        return jdbc.sql(sql)
                .param("before", Timestamp.from(limits.before()))
                .param("count", limits.count())
                .param("offered", Timestamp.from(limits.now().minus(OFFERED)));
    }
}
