package io.dealdocs.publishing;

import io.dealdocs.documents.UploadsUnderWay;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of uploads that were begun. */
@Repository
class JdbcAttempts implements UploadsUnderWay {

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
        /** Its file may not carry anything any more and is to be deleted. */
        DOUBLE,
        /** Pipedrive handed its file on to Google, where it stays. */
        HELD_BY_GOOGLE,
        /** Pipedrive refused, or nothing was ever sent. */
        REFUSED,
        /** Its answer was lost, and there is no such file. */
        NOTHING_FOUND
    }

    Attempt begin(Attempt attempt) {
        long id = jdbc.sql("""
            insert into publication_attempt (document_id, version, fence, company_id, user_id, deal_id, name, size,
                                             sha256, highest_file_id, replaces_file_id, started_at)
            values (:document, :version, :fence, :company, :user, :deal, :name, :size, :sha, :highest, :replaces,
                    :started)
            returning id
            """)
                .param("document", attempt.document().value())
                .param("version", attempt.version())
                .param("fence", attempt.fence())
                .param("company", attempt.member().company().value())
                .param("user", attempt.member().user().value())
                .param("deal", attempt.deal().value())
                .param("name", attempt.name())
                .param("size", attempt.size())
                .param("sha", attempt.sha256())
                .param("highest", attempt.highestFileId())
                .param("replaces", attempt.replaces().map(FileId::value).orElse(null))
                .param("started", Timestamp.from(attempt.startedAt()))
                .query(Long.class)
                .single();
        return attempt.withId(id);
    }

    /** Attempts of which nobody knows how they ended: their node died, or their answer was lost. */
    List<Attempt> unresolved(DocumentId document) {
        return jdbc.sql("select * from publication_attempt where document_id = :id and outcome is null order by id")
                .param("id", document.value())
                .query(JdbcAttempts::row)
                .list();
    }

    @Override
    public Map<FileId, DocumentId> among(CompanyId company, List<PipedriveFile> files) {
        Map<FileId, DocumentId> uploads = new HashMap<>();
        jdbc.sql("select * from publication_attempt where company_id = :company and outcome is null")
                .param("company", company.value())
                .query(JdbcAttempts::row)
                .list()
                .forEach(attempt -> files.stream()
                        .filter(attempt::mayBe)
                        .forEach(file -> uploads.put(file.id(), attempt.document())));
        return uploads;
    }

    Optional<Attempt> find(long id) {
        return jdbc.sql("select * from publication_attempt where id = :id")
                .param("id", id)
                .query(JdbcAttempts::row)
                .optional();
    }

    /** Whether a member's uploads ended at Google, and none has stayed at Pipedrive since. */
    boolean wentToGoogle(MemberId member) {
        return jdbc.sql("""
            select exists (select 1 from publication_attempt a
              where a.company_id = :company and a.user_id = :user and a.outcome = 'HELD_BY_GOOGLE'
                and not exists (select 1 from publication_attempt b where b.company_id = :company
                  and b.user_id = :user and b.id > a.id and b.outcome in ('RECORDED', 'ADOPTED')))
            """)
                .param("company", member.company().value())
                .param("user", member.user().value())
                .query(Boolean.class)
                .single();
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
                new DealId(row.getLong("deal_id")),
                row.getString("name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getLong("highest_file_id"),
                before,
                row.getTimestamp("started_at").toInstant());
    }
}
