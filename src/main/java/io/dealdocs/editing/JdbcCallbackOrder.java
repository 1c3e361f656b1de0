package io.dealdocs.editing;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which callback of a session is news: they overtake each other, and only their Docs server's clock knows their order. */
@Repository
class JdbcCallbackOrder {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCallbackOrder(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether everybody's leaving is news; not where the session is over or something later was told before. */
    boolean toldOfNobody(SessionId id, Optional<Instant> signedAt) {
        return told(id, signedAt, "quiet_since = :now, active_since = null", "true");
    }

    /**
     * Whether it is news who is in a session. Within the same second callbacks cannot be told apart by their time, but
     * nobody leaves a session that everybody has left.
     *
     * @param leaving whether somebody has just left, and nobody came
     */
    boolean toldOfPeople(SessionId id, Optional<Instant> signedAt, boolean leaving) {
        return told(
                id,
                signedAt,
                "quiet_since = null, active_since = coalesce(active_since, :now)",
                leaving ? "(quiet_since is null or told_at < :at)" : "true");
    }

    private boolean told(SessionId id, Optional<Instant> signedAt, String change, String condition) {
        return jdbc.sql("update editing_session set heard_at = :now, told_at = greatest(told_at, :at), " + change
                                + " where id = :id and ended_at is null"
                                + " and coalesce(told_at <= :at, true) and " + condition)
                        .param("now", now())
                        .param("at", signedAt.map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** The newest state of a session that is stored here, by its Docs server's clock. */
    Optional<Instant> handedOver(SessionId id) {
        return jdbc.sql("select handed_at from editing_session where id = :id and handed_at is not null")
                .param("id", id.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** A state of a session is stored. */
    void handedOver(SessionId id, Instant savedAt) {
        jdbc.sql("update editing_session set handed_at = greatest(handed_at, :at) where id = :id")
                .param("at", Timestamp.from(savedAt))
                .param("id", id.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
