package io.dealdocs.editing;

import io.dealdocs.documents.Document;
import io.dealdocs.installation.SecretCipher;
import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Secret;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of editing sessions with what they have pinned. */
@Repository
class JdbcEditingSessions {

    private final JdbcClient jdbc;
    private final SecretCipher cipher;
    private final Clock clock;

    JdbcEditingSessions(JdbcClient jdbc, SecretCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    Optional<EditingSession> find(SessionId id) {
        return found(jdbc.sql("select * from editing_session where id = :id").param("id", id.value()));
    }

    /** The session of a document's present key. */
    Optional<EditingSession> open(Document document) {
        return found(jdbc.sql("select * from editing_session where document_id = :document and revision = :revision"
                        + " and ended_at is null")
                .param("document", document.id().value())
                .param("revision", document.revision()));
    }

    // The secrets are read when the row's connection is back: callers that each hold one and wait for another would
    // lock each other out as soon as there are as many of them as connections.
    private Optional<EditingSession> found(JdbcClient.StatementSpec query) {
        return query.query(JdbcEditingSessions::row).optional().map(session -> session.with(secrets(session.id())));
    }

    EditingSession create(Document document, String key, DocsServer server) {
        SessionId id = SessionId.random();
        Timestamp now = now();
        jdbc.sql("""
            insert into editing_session (id, document_id, company_id, document_key, revision, base_version, docs_url,
                                         docs_internal, docs_header, opened_at, heard_at)
            values (:id, :document, :company, :key, :revision, :base, :url, :internal, :header, :now, :now)
            """)
                .param("id", id.value())
                .param("document", document.id().value())
                .param("company", document.company().value())
                .param("key", key)
                .param("revision", document.revision())
                .param("base", document.head().orElseThrow())
                .param("url", server.publicUrl().toString())
                .param("internal", server.internalUrl().toString())
                .param("header", server.header())
                .param("now", now)
                .update();
        pinSecret(id, server.secret());
        return find(id).orElseThrow();
    }

    void pinSecret(SessionId id, Secret secret) {
        jdbc.sql("insert into editing_session_secret (session_id, key_id, secret, added_at)"
                        + " values (:id, :key, :secret, :now)")
                .param("id", id.value())
                .param("key", cipher.keyId())
                .param("secret", cipher.encrypt(secret, place(id)))
                .param("now", now())
                .update();
    }

    /** A session that nobody is in may move to the Docs server of today. */
    void pinServer(SessionId id, DocsServer server) {
        jdbc.sql("update editing_session set docs_url = :url, docs_internal = :internal, docs_header = :header,"
                        // Another server has another clock.
                        + " told_at = case when docs_url = :url then told_at end,"
                        + " handed_at = case when docs_url = :url then handed_at end where id = :id")
                .param("url", server.publicUrl().toString())
                .param("internal", server.internalUrl().toString())
                .param("header", server.header())
                .param("id", id.value())
                .update();
    }

    /** Nobody is in a session any more, as we found out ourselves. */
    void quiet(SessionId id) {
        jdbc.sql("update editing_session set heard_at = :now, quiet_since = :now, active_since = null"
                        + " where id = :id and ended_at is null")
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    /** A save failed, unless the session's last one is stored already: then this is news of before. */
    void failed(SessionId id) {
        jdbc.sql("update editing_session set failed_at = :now where id = :id and (ended_at is null or not exists"
                        + " (select 1 from version where session_id = :id and origin in ('SAVED', 'CONFLICT')))")
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    void end(SessionId id) {
        jdbc.sql("update editing_session set ended_at = :now, heard_at = :now where id = :id and ended_at is null")
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    private static EditingSession row(ResultSet row, int number) throws SQLException {
        SessionId id = new SessionId(row.getObject("id", UUID.class));
        Timestamp quiet = row.getTimestamp("quiet_since");
        return new EditingSession(
                id,
                DocumentId.parse(row.getString("document_id")),
                new CompanyId(row.getLong("company_id")),
                row.getString("document_key"),
                row.getLong("revision"),
                row.getInt("base_version"),
                URI.create(row.getString("docs_url")),
                URI.create(row.getString("docs_internal")),
                row.getString("docs_header"),
                List.of(),
                Optional.ofNullable(quiet).map(Timestamp::toInstant),
                row.getTimestamp("ended_at") != null);
    }

    private List<Secret> secrets(SessionId id) {
        return jdbc.sql("select key_id, secret from editing_session_secret where session_id = :id order by added_at")
                .param("id", id.value())
                .query((row, n) -> cipher.decrypt(row.getBytes("secret"), row.getString("key_id"), place(id)))
                .list();
    }

    private static String place(SessionId id) {
        return "editing_session/" + id + "/secret";
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
