package io.dealdocs.editing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Force saves that somebody waits for. The callback may reach another node, so the waiting goes through the database. */
@Repository
class AwaitedSaves {

    private static final String PREFIX = "ending ";

    private final JdbcClient jdbc;
    private final Clock clock;

    AwaitedSaves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One of them. */
    record Request(UUID id) {

        /** What the Docs server is given, and gives back in the callback. */
        String userData() {
            return PREFIX + id;
        }
    }

    /** How far it has come. */
    enum Progress {
        UNDER_WAY,
        /** What was typed is in our store. */
        STORED,
        /** The Docs server could not make the file. */
        FAILED
    }

    Request begin(SessionId session) {
        Request request = new Request(UUID.randomUUID());
        jdbc.sql("insert into awaited_save (id, session_id, asked_at) values (:id, :session, :now)")
                .param("id", request.id())
                .param("session", session.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return request;
    }

    /** A session's last save brings what a force save would have brought. */
    Progress progress(Request request) {
        return jdbc.sql("""
            select case when a.stored_at is not null or s.ended_at is not null then 'STORED'
                        when s.failed_at >= a.asked_at then 'FAILED' else 'UNDER_WAY' end
              from awaited_save a join editing_session s on s.id = a.session_id where a.id = :id
            """)
                .param("id", request.id())
                .query((row, n) -> Progress.valueOf(row.getString(1)))
                .single();
    }

    void done(Request request) {
        jdbc.sql("delete from awaited_save where id = :id")
                .param("id", request.id())
                .update();
    }

    /** A force save was stored; part of the transaction that stored it. */
    void stored(SessionId session, String userData) {
        if (userData.startsWith(PREFIX)) {
            // Compared as text: others may send commands with words of their own, and a save must not fail for them.
            jdbc.sql("update awaited_save set stored_at = :now where id::text = :id and session_id = :session")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("id", userData.substring(PREFIX.length()))
                    .param("session", session.value())
                    .update();
        }
    }
}
