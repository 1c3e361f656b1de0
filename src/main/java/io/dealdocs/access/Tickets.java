package io.dealdocs.access;

import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets a person who was asked in the panel into an editor tab: one document, one use, one minute. Only a digest is kept,
 * so that the table is of no use to a reader.
 */
@Component
public class Tickets {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tickets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new ticket for this member and this document. */
    public String issue(MemberId member, DocumentId document) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into ticket (hash, company_id, user_id, document_id, expires_at)"
                        + " values (:hash, :company, :user, :document, :expires)")
                .param("hash", digest(ticket))
                .param("company", member.company().value())
                .param("user", member.user().value())
                .param("document", document.value())
                .param("expires", Timestamp.from(clock.instant().plus(LIFE)))
                .update();
        return ticket;
    }

    /** Uses a ticket up, whatever document it was for; answers its member when it was good for this one. */
    Optional<MemberId> redeem(String ticket, DocumentId document) {
        jdbc.sql("delete from ticket where expires_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("delete from ticket where hash = :hash returning company_id, user_id, document_id")
                .param("hash", digest(ticket))
                .query((row, n) -> document.equals(DocumentId.parse(row.getString("document_id")))
                        ? Optional.of(MemberId.of(row.getLong("company_id"), row.getLong("user_id")))
                        : Optional.<MemberId>empty())
                .optional()
                .flatMap(found -> found);
    }

    private static byte[] digest(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is part of every JDK", missing);
        }
    }
}
