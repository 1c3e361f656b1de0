package io.dealdocs.documents;

import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of versions; they are only ever added. */
@Repository
class JdbcVersions {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Version> find(DocumentId document, int number) {
        return jdbc.sql("select * from version where document_id = :id and number = :number")
                .param("id", document.value())
                .param("number", number)
                .query(JdbcVersions::row)
                .optional();
    }

    /** The heads of these documents. */
    List<Version> heads(Collection<DocumentId> documents) {
        return jdbc.sql("select v.* from version v join document d on d.id = v.document_id and d.head = v.number"
                        + " where d.id = any(:ids)")
                .param("ids", documents.stream().map(DocumentId::value).toArray(UUID[]::new))
                .query(JdbcVersions::row)
                .list();
    }

    List<Version> ofSession(UUID session) {
        return jdbc.sql("select * from version where session_id = :session order by number")
                .param("session", session)
                .query(JdbcVersions::row)
                .list();
    }

    int insert(DocumentId document, NewVersion version) {
        int number = jdbc.sql(
                        "update document set last_version = last_version + 1 where id = :id returning last_version")
                .param("id", document.value())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into version (document_id, number, origin, content_id, size, sha256, author_id, author_name,
                                     created_at, session_id, changes_id, changes, server_version, other_format)
                values (:document, :number, :origin, :content, :size, :sha, :author, :authorName, :now, :session,
                        :changesId, :changes, :serverVersion, :otherFormat)
                """)
                .param("document", document.value())
                .param("number", number)
                .param("origin", version.origin().name())
                .param("content", version.content().id().value())
                .param("size", version.content().size())
                .param("sha", version.content().sha256())
                .param("author", version.author().map(UserId::value).orElse(null))
                .param("authorName", version.authorName())
                .param("now", Timestamp.from(clock.instant()))
                .param("session", version.session().orElse(null))
                .param(
                        "changesId",
                        version.changes()
                                .flatMap(NewVersion.Changes::archive)
                                .map(ContentId::value)
                                .orElse(null))
                .param(
                        "changes",
                        version.changes().map(NewVersion.Changes::history).orElse(null))
                .param(
                        "serverVersion",
                        version.changes().map(NewVersion.Changes::serverVersion).orElse(null))
                .param("otherFormat", version.otherFormat().orElse(null))
                .update();
        return number;
    }

    private static Version row(ResultSet row, int number) throws SQLException {
        long author = row.getLong("author_id");
        Optional<UserId> by = row.wasNull() ? Optional.empty() : Optional.of(new UserId(author));
        return new Version(
                DocumentId.parse(row.getString("document_id")),
                row.getInt("number"),
                Origin.valueOf(row.getString("origin")),
                new StoredContent(
                        new ContentId(row.getObject("content_id", UUID.class)),
                        row.getLong("size"),
                        row.getString("sha256")),
                by,
                row.getString("author_name"),
                row.getTimestamp("created_at").toInstant());
    }
}
