package io.dealdocs.installation;

import io.dealdocs.pipedrive.PipedriveAccess;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveOAuth;
import io.dealdocs.pipedrive.PipedriveTokens;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out a member's access token, refreshed where needed: once at a time per member across all nodes, because
 * Pipedrive may refuse a refresh token that somebody else has just exchanged.
 */
@Component
class TokenRefresh {

    private static final Duration MARGIN = Duration.ofSeconds(60);
    // A refresh holds a database connection while Pipedrive answers; a slow Pipedrive must not take them all.
    private static final int AT_ONCE = 4;

    private final JdbcMemberTokens tokens;
    private final PipedriveOAuth oauth;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final SharedAttempts<Refused, Exchanged> attempts = new SharedAttempts<>();

    TokenRefresh(JdbcMemberTokens tokens, PipedriveOAuth oauth, PlatformTransactionManager manager, Clock clock) {
        this.tokens = tokens;
        this.oauth = oauth;
        this.transaction = new TransactionTemplate(manager);
        // An exchanged token must be kept whatever becomes of the caller's own work.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record Refused(MemberId member, Secret accessToken) {}

    private record Exchanged(PipedriveTokens tokens, boolean dead) {}

    PipedriveAccess access(MemberId member) {
        PipedriveTokens stored = alive(tokens.find(member).orElse(null));
        return expiresSoon(stored) ? refreshed(member, stored.accessToken()) : stored.access();
    }

    /** Another access token than the one that Pipedrive has just refused. */
    PipedriveAccess refreshed(MemberId member, Secret refused) {
        Exchanged outcome = attempts.of(new Refused(member, refused), () -> inTurn(member, refused));
        if (outcome.dead()) {
            throw new Refusal(Refusal.Reason.RECONNECT);
        }
        return outcome.tokens().access();
    }

    /** Marks the consent dead that this access came from; one that was given since stays. */
    void giveUp(MemberId member, PipedriveAccess access) {
        transaction.executeWithoutResult(status -> {
            Optional<JdbcMemberTokens.Stored> current = tokens.lock(member);
            if (current.filter(it -> it.tokens().accessToken().equals(access.accessToken()))
                    .isPresent()) {
                tokens.markDead(member);
            }
        });
    }

    private Exchanged inTurn(MemberId member, Secret refused) {
        places.acquireUninterruptibly();
        try {
            return transaction.execute(status -> exchange(member, refused));
        } finally {
            places.release();
        }
    }

    private Exchanged exchange(MemberId member, Secret refused) {
        PipedriveTokens current = alive(tokens.lock(member).orElse(null));
        if (!current.accessToken().equals(refused)) {
            return new Exchanged(current, false);
        }
        try {
            PipedriveTokens fresh = oauth.refresh(current.refreshToken());
            tokens.save(member, fresh);
            return new Exchanged(fresh, JdbcMemberTokens.lacksScopes(fresh));
        } catch (PipedriveException.ReconnectRequired dead) {
            // Returned, not thrown: the mark must be committed.
            tokens.markDead(member);
            return new Exchanged(current, true);
        }
    }

    private static PipedriveTokens alive(JdbcMemberTokens.@Nullable Stored stored) {
        if (stored == null) {
            throw new Refusal(Refusal.Reason.NOT_CONNECTED);
        }
        if (stored.dead()) {
            throw new Refusal(Refusal.Reason.RECONNECT);
        }
        return stored.tokens();
    }

    private boolean expiresSoon(PipedriveTokens stored) {
        return stored.expiresAt().isBefore(clock.instant().plus(MARGIN));
    }
}
