package io.dealdocs.editing;

import io.dealdocs.shared.DocumentId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents whose key is about to be replaced. Whoever opens one waits for the next key: what they typed under the old one
 * would end beside the document. A mark that nobody lifts passes by itself.
 */
@Repository
class JdbcClosings {

    // The caller's own transaction follows at once.
    private static final Duration TAKING_OVER = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcClosings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The editors of a locked document are being sent away, which takes no longer than this. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(DocumentId locked, Duration longest) {
        jdbc.sql("""
            insert into closing_document (document_id, until) values (:document, :until)
            on conflict (document_id) do update set revision = null, until = excluded.until
            """)
                .param("document", locked.value())
                .param("until", Timestamp.from(clock.instant().plus(longest)))
                .update();
    }

    /** Everybody is out; what is waited for now is the next revision. */
    void settle(DocumentId document) {
        jdbc.sql("""
            insert into closing_document (document_id, revision, until)
            select id, revision, :until from document where id = :document
            on conflict (document_id) do update set revision = excluded.revision, until = excluded.until
            """)
                .param("document", document.value())
                .param("until", Timestamp.from(clock.instant().plus(TAKING_OVER)))
                .update();
    }

    /** The document can be opened again. */
    void lift(DocumentId document) {
        jdbc.sql("delete from closing_document where document_id = :document")
                .param("document", document.value())
                .update();
    }

    /** Whether the present key of a document is about to be replaced. */
    boolean pending(DocumentId document) {
        return jdbc.sql("""
            select exists (select 1 from closing_document c join document d on d.id = c.document_id
             where d.id = :document and c.until > :now and (c.revision is null or d.revision <= c.revision))
            """)
                .param("document", document.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
