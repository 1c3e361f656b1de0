package io.dealdocs.editing;

import io.dealdocs.documents.EditingPresence;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is in which session, as the Docs servers tell it. */
@Repository
class JdbcPresence implements EditingPresence {

    // A Docs server reports everybody gone when a connection drops; people are back within 100 s.
    private static final Duration COMING_BACK = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPresence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A person who may be in a session, under the id the Docs server knows. */
    record Participant(UserId user, String name) {}

    /** Whether the person comes to this session for the first time. */
    boolean invite(SessionId session, UserId user, String editorId, String name) {
        return jdbc.sql("""
            insert into editing_session_member (session_id, user_id, editor_id, name, seen_at)
            values (:session, :user, :editor, :name, :now)
            on conflict (session_id, user_id) do update set name = excluded.name
            returning xmax = 0
            """)
                .param("session", session.value())
                .param("user", user.value())
                .param("editor", editorId)
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    void present(SessionId session, List<String> editorIds) {
        jdbc.sql("update editing_session_member set present = (editor_id = any(:ids)), seen_at = case when"
                        + " editor_id = any(:ids) then :now else seen_at end where session_id = :session")
                .param("ids", editorIds.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("session", session.value())
                .update();
    }

    Optional<Participant> participant(SessionId session, String editorId) {
        return jdbc.sql("select user_id, name from editing_session_member"
                        + " where session_id = :session and editor_id = :editor")
                .param("session", session.value())
                .param("editor", editorId)
                .query((row, n) -> new Participant(new UserId(row.getLong("user_id")), row.getString("name")))
                .optional();
    }

    @Override
    public Map<DocumentId, List<String>> editorsOf(Collection<DocumentId> documents) {
        Map<DocumentId, List<String>> editors = new HashMap<>();
        if (documents.isEmpty()) {
            return editors;
        }
        jdbc.sql("""
            select s.document_id, m.name from editing_session s
              join editing_session_member m on m.session_id = s.id and m.present
             where s.document_id in (:documents) and s.ended_at is null
               and (s.quiet_since is null or s.quiet_since > :since)
             order by m.name
            """)
                .param("documents", documents.stream().map(DocumentId::value).toList())
                .param("since", Timestamp.from(clock.instant().minus(COMING_BACK)))
                .query((row, n) -> editors.computeIfAbsent(
                                DocumentId.parse(row.getString("document_id")), it -> new ArrayList<>())
                        .add(row.getString("name")))
                .list();
        return editors;
    }

    @Override
    public Set<DocumentId> unsaved(Collection<DocumentId> documents) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
            select distinct s.document_id from editing_session s
             where s.document_id in (:documents) and s.failed_at is not null
               and not exists (select 1 from version v
                                where v.document_id = s.document_id and v.created_at > s.failed_at
                                  and v.origin in ('SAVED', 'FORCE_SAVED', 'RESTORED', 'CONVERTED'))
            """)
                .param("documents", documents.stream().map(DocumentId::value).toList())
                .query((row, n) -> DocumentId.parse(row.getString(1)))
                .list());
    }

    @Override
    public boolean beingEdited(DocumentId document) {
        return jdbc.sql("""
            select exists (select 1 from editing_session s
              join editing_session_member m on m.session_id = s.id and m.present
             where s.document_id = :document and s.ended_at is null and s.quiet_since is null)
            """)
                .param("document", document.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<Integer> basesOf(DocumentId document) {
        return Set.copyOf(
                jdbc.sql("""
                    with open as (select s.id, s.base_version from editing_session s join document d on d.id = s.document_id
                                   where d.id = :id and s.ended_at is null
                                     and (s.revision = d.revision
                                          or s.quiet_since is null and exists (
                                             select 1 from editing_session_member m where m.session_id = s.id and m.present)))
                    select base_version from open
                    union select v.number from version v join open on open.id = v.session_id
                    """).param("id", document.value()).query(Integer.class).list());
    }
}
