package io.dealdocs.installation;

import io.dealdocs.pipedrive.PipedriveScopes;
import io.dealdocs.pipedrive.PipedriveTokens;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Secret;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The members' tokens, encrypted, one row per member. */
@Repository
class JdbcMemberTokens {

    private final JdbcClient jdbc;
    private final SecretCipher cipher;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcMemberTokens(JdbcClient jdbc, SecretCipher cipher, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.events = events;
        this.clock = clock;
    }

    /** A stored consent; a dead one has tokens that are of no use. */
    record Stored(PipedriveTokens tokens, boolean dead) {}

    Optional<Stored> find(MemberId member) {
        return select(member, "");
    }

    /** The same, and nobody else on any node reads it with this call until the transaction ends. */
    Optional<Stored> lock(MemberId member) {
        return select(member, " for update of t");
    }

    private Optional<Stored> select(MemberId member, String suffix) {
        return jdbc.sql("select t.*, c.api_domain from member_token t join company c on c.id = t.company_id"
                        + " where t.company_id = :company and t.user_id = :user" + suffix)
                .param("company", member.company().value())
                .param("user", member.user().value())
                .query((row, n) -> stored(member, row))
                .optional();
    }

    private Stored stored(MemberId member, ResultSet row) throws SQLException {
        String keyId = row.getString("key_id");
        PipedriveTokens tokens = new PipedriveTokens(
                cipher.decrypt(row.getBytes("access_token"), keyId, place(member, "access")),
                cipher.decrypt(row.getBytes("refresh_token"), keyId, place(member, "refresh")),
                row.getTimestamp("expires_at").toInstant(),
                PipedriveScopes.split(row.getString("scopes")),
                URI.create(row.getString("api_domain")));
        return new Stored(tokens, row.getBoolean("dead"));
    }

    /** Stores a consent; one that lacks a scope we need is of no use (pipedrive contract, section 1.6). */
    void save(MemberId member, PipedriveTokens tokens) {
        jdbc.sql("""
                insert into member_token (company_id, user_id, key_id, access_token, refresh_token, scopes, expires_at,
                                          dead, refreshed_at)
                values (:company, :user, :key, :access, :refresh, :scopes, :expires, :dead, :now)
                on conflict (company_id, user_id) do update set key_id = excluded.key_id,
                  access_token = excluded.access_token, refresh_token = excluded.refresh_token,
                  scopes = excluded.scopes, expires_at = excluded.expires_at, dead = excluded.dead,
                  refreshed_at = excluded.refreshed_at
                """)
                .param("company", member.company().value())
                .param("user", member.user().value())
                .param("key", cipher.keyId())
                .param("access", encrypted(tokens.accessToken(), member, "access"))
                .param("refresh", encrypted(tokens.refreshToken(), member, "refresh"))
                .param("scopes", String.join(",", tokens.scopes()))
                .param("dead", lacksScopes(tokens))
                .param("expires", Timestamp.from(tokens.expiresAt()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (lacksScopes(tokens)) {
            events.publishEvent(new ConsentEnded(member));
        }
    }

    /** Whether the person must consent again; an answer that tells no scopes at all says nothing. */
    static boolean lacksScopes(PipedriveTokens tokens) {
        return !tokens.scopes().isEmpty() && PipedriveScopes.missingFrom(tokens.scopes());
    }

    void markDead(MemberId member) {
        jdbc.sql("update member_token set dead = true where company_id = :company and user_id = :user")
                .param("company", member.company().value())
                .param("user", member.user().value())
                .update();
        events.publishEvent(new ConsentEnded(member));
    }

    /** Whether there was one. */
    boolean delete(MemberId member) {
        int deleted = jdbc.sql("delete from member_token where company_id = :company and user_id = :user")
                .param("company", member.company().value())
                .param("user", member.user().value())
                .update();
        events.publishEvent(new ConsentEnded(member));
        return deleted > 0;
    }

    /** Starts the clock of forgetting when nobody of the company is left. */
    boolean markAbandonedIfEmpty(MemberId lastSeen) {
        return jdbc.sql("""
                update company set abandoned_at = :now
                 where id = :company and abandoned_at is null
                   and not exists (select 1 from member_token where company_id = :company)
                """)
                        .param("company", lastSeen.company().value())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    private byte[] encrypted(Secret secret, MemberId member, String which) {
        return cipher.encrypt(secret, place(member, which));
    }

    private static String place(MemberId member, String which) {
        return "member_token/" + member + "/" + which;
    }
}
