package io.dealdocs.publishing;

import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of uploads that were begun. */
@Repository
class JdbcAttempts {

    private final JdbcClient jdbc;

    JdbcAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How an attempt ended. */
    enum Outcome {
        /** Its file carries the version now. */
        RECORDED,
        /** Its answer was lost, and its file was found. */
        ADOPTED,
        /** Pipedrive refused, or nothing was ever sent. */
        REFUSED,
        /** Its answer was lost, and there is no such file. */
        NOTHING_FOUND
    }

    Attempt begin(Attempt attempt) {
        long id = jdbc.sql("""
                insert into publication_attempt (document_id, version, fence, company_id, user_id, name, size, sha256,
                                                 highest_file_id, replaces_file_id, started_at)
                values (:document, :version, :fence, :company, :user, :name, :size, :sha, :highest, :replaces, :started)
                returning id
                """)
                .param("document", attempt.document().value())
                .param("version", attempt.version())
                .param("fence", attempt.fence())
                .param("company", attempt.member().company().value())
                .param("user", attempt.member().user().value())
                .param("name", attempt.name())
                .param("size", attempt.size())
                .param("sha", attempt.sha256())
                .param("highest", attempt.highestFileId())
                .param("replaces", attempt.replaces().map(FileId::value).orElse(null))
                .param("started", Timestamp.from(attempt.startedAt()))
                .query(Long.class)
                .single();
        return new Attempt(
                id,
                attempt.document(),
                attempt.version(),
                attempt.fence(),
                attempt.member(),
                attempt.name(),
                attempt.size(),
                attempt.sha256(),
                attempt.highestFileId(),
                attempt.replaces(),
                attempt.startedAt());
    }

    /** Attempts of which nobody knows how they ended: their node died, or their answer was lost. */
    List<Attempt> unresolved(DocumentId document) {
        return jdbc.sql("select * from publication_attempt where document_id = :id and outcome is null order by id")
                .param("id", document.value())
                .query(JdbcAttempts::row)
                .list();
    }

    void finish(Attempt attempt, Outcome outcome, Optional<FileId> file) {
        jdbc.sql("update publication_attempt set outcome = :outcome, file_id = :file where id = :id")
                .param("outcome", outcome.name())
                .param("file", file.map(FileId::value).orElse(null))
                .param("id", attempt.id())
                .update();
    }

    private static Attempt row(ResultSet row, int number) throws SQLException {
        long replaces = row.getLong("replaces_file_id");
        Optional<FileId> before = row.wasNull() ? Optional.empty() : Optional.of(new FileId(replaces));
        return new Attempt(
                row.getLong("id"),
                DocumentId.parse(row.getString("document_id")),
                row.getInt("version"),
                row.getLong("fence"),
                MemberId.of(row.getLong("company_id"), row.getLong("user_id")),
                row.getString("name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getLong("highest_file_id"),
                before,
                row.getTimestamp("started_at").toInstant());
    }
}
