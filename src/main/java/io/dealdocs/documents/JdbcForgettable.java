package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.UserId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds documents that are to be forgotten, and those that may be gone. */
@Repository
class JdbcForgettable {

    // What waits for Pipedrive is kept, unless its deal is gone and people were told so for long enough. A file that we
    // still have to delete keeps its document: nobody else knows that it is one of ours.
    private static final String FORGETTABLE = """
        from document d
         where (d.deleted_at < :before and not exists (select 1 from deletion x where x.document_id = d.id)
                or d.deleted_at is null and d.gone_at < :before and (d.head is null or d.head = d.published)
                or d.deleted_at is null and d.head is distinct from d.published
                   and d.attention = 'DEAL_GONE' and d.attention_at < :before)
           and not exists (select 1 from publication p where p.document_id = d.id and p.removal = 'due')
           and not exists (select 1 from version v where v.document_id = d.id
                              and v.origin in ('RECOVERED', 'CONFLICT') and v.created_at >= :before)
        """;

    private final JdbcClient jdbc;

    JdbcForgettable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Documents that died before a moment, those that were looked for longest ago first. */
    List<DocumentId> before(Instant moment, int most) {
        return jdbc.sql("select d.id " + FORGETTABLE + " order by d.missed_at nulls first, d.id" + " limit :most")
                .param("before", Timestamp.from(moment))
                .param("most", most)
                .query((row, n) -> DocumentId.parse(row.getString(1)))
                .list();
    }

    /** Why a locked document is to be forgotten, if it is. */
    Optional<String> reason(DocumentId locked, Instant before) {
        return jdbc.sql("select case when d.deleted_at is not null then 'deleted' when d.gone_at is not null then"
                        + " 'gone in Pipedrive' else 'its deal is gone' end " + FORGETTABLE + " and d.id = :id")
                .param("before", Timestamp.from(before))
                .param("id", locked.value())
                .query(String.class)
                .optional();
    }

    /** Documents whose file a list has lacked since before a moment, those that were looked for longest ago first. */
    List<DocumentId> missedSince(Instant moment, int most) {
        return jdbc.sql("select id from document where missed_at < :moment and gone_at is null and deleted_at is null"
                        + " order by missed_at limit :most")
                .param("moment", Timestamp.from(moment))
                .param("most", most)
                .query((row, n) -> DocumentId.parse(row.getString(1)))
                .list();
    }

    /** Everybody who wrote a version of a document, or brought one to Pipedrive. */
    Set<UserId> hands(DocumentId document) {
        return Set.copyOf(
                jdbc.sql("select author_id from version where document_id = :id and author_id is not null union select"
                                + " carried_by from publication where document_id = :id and carried_by is not null")
                        .param("id", document.value())
                        .query((row, n) -> new UserId(row.getLong(1)))
                        .list());
    }

    /** Some of a company's documents. */
    List<DocumentId> of(CompanyId company, int most) {
        return jdbc.sql("select id from document where company_id = :company limit :most")
                .param("company", company.value())
                .param("most", most)
                .query((row, n) -> DocumentId.parse(row.getString(1)))
                .list();
    }
}
