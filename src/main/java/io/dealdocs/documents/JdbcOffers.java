package io.dealdocs.documents;

import io.dealdocs.shared.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people are shown of versions, and which of them wait for a decision. */
@Repository
class JdbcOffers {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOffers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The versions of a document, newest first. What the document holds already is not offered. */
    List<VersionLine> lines(DocumentId document) {
        return jdbc.sql("""
            select v.*, v.number = coalesce(d.head, 0) is_head, v.number = coalesce(d.published, 0) is_published,
                   v.origin in ('RECOVERED', 'CONFLICT') and v.settled_at is null and not exists
                     (select 1 from version o where o.document_id = v.document_id and o.sha256 = v.sha256
                         and o.origin not in ('RECOVERED', 'CONFLICT')) is_offered
              from version v join document d on d.id = v.document_id
             where d.id = :id order by v.number desc
            """)
                .param("id", document.value())
                .query(JdbcOffers::line)
                .list();
    }

    /** The extension of a version's content where the document's name tells another. */
    Optional<String> otherFormat(DocumentId document, int number) {
        return jdbc.sql("select other_format from version where document_id = :id and number = :number"
                        + " and other_format is not null")
                .param("id", document.value())
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** A person has decided what becomes of a version of a locked document. */
    void settle(DocumentId locked, int number) {
        jdbc.sql("update version set settled_at = :now where document_id = :id and number = :number")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", locked.value())
                .param("number", number)
                .update();
    }

    private static VersionLine line(ResultSet row, int n) throws SQLException {
        return new VersionLine(
                row.getInt("number"),
                Origin.valueOf(row.getString("origin")),
                row.getString("author_name"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("size"),
                row.getBoolean("is_head"),
                row.getBoolean("is_published"),
                row.getBoolean("is_offered"),
                Optional.ofNullable(row.getString("other_format")).orElse(""));
    }
}
