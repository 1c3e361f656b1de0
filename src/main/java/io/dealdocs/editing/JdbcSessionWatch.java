package io.dealdocs.editing;

import io.dealdocs.shared.DocumentId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the sessions that time has something to say about. */
@Repository
class JdbcSessionWatch {

    private static final String OCCUPIED = " ended_at is null and quiet_since is null and exists (select 1 from"
            + " editing_session_member m where m.session_id = s.id and m.present)";

    // A save failed, and no later one has brought what it lacked: its text lies with the Docs server alone.
    private static final String HOLDS_TEXT = " ended_at is null and failed_at is not null"
            + " and (emptied_at is null or emptied_at < failed_at) and not exists (select 1 from version v"
            + " where v.session_id = s.id and v.created_at > s.failed_at and v.origin in ('SAVED', 'FORCE_SAVED'))";

    private final JdbcClient jdbc;
    private final JdbcEditingSessions sessions;
    private final Clock clock;

    JdbcSessionWatch(JdbcClient jdbc, JdbcEditingSessions sessions, Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A session that nobody has heard of since then. */
    record Silent(SessionId id, Instant heardAt) {}

    /** One session for each Docs server that each company has used lately, the last one heard of. */
    List<EditingSession> oneOfEachServer(Instant endedSince) {
        return found(jdbc.sql("""
            select distinct on (company_id, docs_url) id from editing_session
             where ended_at is null or ended_at > :since order by company_id, docs_url, heard_at desc
            """).param("since", Timestamp.from(endedSince)));
    }

    Optional<EditingSession> ofKey(String key) {
        return found(jdbc.sql("select id from editing_session where document_key = :key")
                        .param("key", key))
                .stream()
                .findFirst();
    }

    /** Whether somebody is in a session, as far as the Docs server has told. */
    boolean occupied(SessionId id) {
        return jdbc.sql("select exists (select 1 from editing_session s where id = :id and" + OCCUPIED + ")")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** The same for any session of a document. */
    boolean openNow(DocumentId document) {
        return jdbc.sql("select exists (select 1 from editing_session s where document_id = :id and" + OCCUPIED + ")")
                .param("id", document.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether a save of a session has failed whose text only its Docs server may have. */
    boolean holdsText(SessionId id) {
        return jdbc.sql("select exists (select 1 from editing_session s where id = :id and" + HOLDS_TEXT + ")")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Sessions with people in them. */
    List<Silent> silentSince(Instant before) {
        return unheard(OCCUPIED, before);
    }

    /** Sessions that nobody is in, and whose Docs server may have text of theirs that failed to be saved. */
    List<Silent> heldSince(Instant before) {
        return unheard(HOLDS_TEXT + " and not (" + OCCUPIED + ")", before);
    }

    private List<Silent> unheard(String which, Instant before) {
        return jdbc.sql("select id, heard_at from editing_session s where heard_at < :before"
                        + " and greatest(heard_at, asked_at) < :before and" + which + " order by heard_at")
                .param("before", Timestamp.from(before))
                .query((row, n) -> new Silent(
                        new SessionId(row.getObject("id", UUID.class)),
                        row.getTimestamp("heard_at").toInstant()))
                .list();
    }

    /** The Docs server was asked, and will tell by a callback. */
    void asked(SessionId id) {
        stamp("asked_at", id);
    }

    /**
     * Nobody is in a silent session any more, and its Docs server has nothing of it, unless somebody was heard of
     * meanwhile.
     */
    boolean fellQuiet(Silent silent) {
        return jdbc.sql("""
            with fallen as (update editing_session set quiet_since = coalesce(quiet_since, :now), active_since = null,
                                                       emptied_at = :now
                             where id = :id and heard_at = :heard and ended_at is null returning id),
                 gone as (update editing_session_member set present = false where session_id in (select id from fallen))
            select count(*) from fallen
            """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", silent.id().value())
                        .param("heard", Timestamp.from(silent.heardAt()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Sessions that people have been in without a pause, and unsaved by us, since then. */
    List<EditingSession> busySince(Instant before) {
        return found(jdbc.sql("select id from editing_session s where greatest(active_since, hourly_at) < :before and"
                        + OCCUPIED)
                .param("before", Timestamp.from(before)));
    }

    void savedForLength(SessionId id) {
        stamp("hourly_at", id);
    }

    /** Whether the forgotten file of a session was stored before although people were in. */
    boolean keptForgotten(SessionId id) {
        return jdbc.sql("select forgotten_at is not null from editing_session where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    void keepForgotten(SessionId id) {
        stamp("forgotten_at", id);
    }

    /** The Docs server's name for whoever was in a session last. */
    Optional<String> lastEditor(SessionId id) {
        return jdbc.sql("select editor_id from editing_session_member where session_id = :id"
                        + " order by present desc, seen_at desc limit 1")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    private void stamp(String column, SessionId id) {
        jdbc.sql("update editing_session set " + column + " = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
    }

    private List<EditingSession> found(JdbcClient.StatementSpec query) {
        return query.query((row, n) -> new SessionId(row.getObject("id", UUID.class))).list().stream()
                .flatMap(id -> sessions.find(id).stream())
                .toList();
    }
}
