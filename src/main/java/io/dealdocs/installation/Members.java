package io.dealdocs.installation;

import io.dealdocs.pipedrive.PipedriveAccess;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveTokens;
import io.dealdocs.pipedrive.PipedriveUser;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members of all companies, and the one way to ask Pipedrive something in a member's name. */
@Service
public class Members {

    private final JdbcMembers rows;
    private final JdbcMemberTokens tokens;
    private final TokenRefresh refresh;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Members(
            JdbcMembers rows,
            JdbcMemberTokens tokens,
            TokenRefresh refresh,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.tokens = tokens;
        this.refresh = refresh;
        this.audit = audit;
        this.events = events;
    }

    /** The member, connected or not. */
    public Optional<Member> find(MemberId member) {
        return rows.find(member);
    }

    /** Everybody of a company who has a consent that is not known to be dead, the longest connected first. */
    public List<Member> connectedOf(CompanyId company) {
        return rows.connectedOf(company);
    }

    /** The names of everybody of a company who ever installed the app. */
    public Map<UserId, String> names(CompanyId company) {
        return rows.names(company);
    }

    /** The company's own origin at Pipedrive. */
    public URI apiDomain(CompanyId company) {
        return rows.apiDomain(company);
    }

    /**
     * Asks Pipedrive with the member's own token. A token that is refused is refreshed once and the call repeated once;
     * so the call must begin anew each time.
     *
     * @throws Refusal {@code NOT_CONNECTED} or {@code RECONNECT}
     * @throws PipedriveException of any other kind
     */
    public <T> T ask(MemberId member, PipedriveCall<T> call) {
        PipedriveAccess access = refresh.access(member);
        try {
            return run(call, access);
        } catch (PipedriveException.Unauthorized stale) {
            return again(member, call, access);
        } catch (PipedriveException.ReconnectRequired withdrawn) {
            refresh.giveUp(member, access);
            throw new Refusal(Refusal.Reason.RECONNECT);
        }
    }

    private <T> T again(MemberId member, PipedriveCall<T> call, PipedriveAccess stale) {
        PipedriveAccess access = refresh.refreshed(member, stale.accessToken());
        try {
            return run(call, access);
        } catch (PipedriveException.Unauthorized | PipedriveException.ReconnectRequired withdrawn) {
            refresh.giveUp(member, access);
            throw new Refusal(Refusal.Reason.RECONNECT);
        }
    }

    private static <T> T run(PipedriveCall<T> call, PipedriveAccess access) {
        try {
            return call.with(access);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Stores a consent that was just given. */
    @Transactional
    void connect(PipedriveUser user, PipedriveTokens consent) {
        // Each sign-in brings a consent; only one that was missing is news.
        boolean news = rows.find(user.id())
                .filter(member -> member.connection() == Member.Connection.CONNECTED)
                .isEmpty();
        rows.save(user, consent.apiDomain());
        tokens.save(user.id(), consent);
        if (news) {
            audit.record(AuditEntry.Draft.by(user.id(), AuditEntry.Action.CONNECTED, ""));
        }
    }

    /** Forgets a member's tokens; the last one of a company starts its clock of forgetting. */
    @Transactional
    void disconnect(MemberId member) {
        rows.lock(member.company());
        if (tokens.delete(member)) {
            audit.record(AuditEntry.Draft.by(member, AuditEntry.Action.DISCONNECTED, ""));
        }
        boolean last = tokens.markAbandonedIfEmpty(member);
        events.publishEvent(new Uninstalled(member, last));
    }

    /** Whether Pipedrive makes this person an admin of the account's settings (pipedrive contract, section 3.1). */
    public static boolean administers(PipedriveUser user) {
        return user.adminOf().contains("account_settings");
    }
}
