package io.dealdocs.ui;

import io.dealdocs.access.CurrentMember;
import io.dealdocs.access.SignIn;
import io.dealdocs.shared.DocumentId;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows people by made-up tokens and tickets. */
public final class FakeSignIn implements SignIn {

    /** An admin. */
    public static final CurrentMember ADA =
            new CurrentMember(7, 1, "Ada Lee", "Acme", Locale.US, ZoneId.of("Europe/Berlin"), true);
    /** Somebody of the same company without an admin's rights. */
    public static final CurrentMember BEN =
            new CurrentMember(7, 2, "Ben Cole", "Acme", Locale.of("pt", "BR"), ZoneId.of("America/Sao_Paulo"), false);

    private final Map<String, Outcome> tokens = new HashMap<>();
    private final Map<String, CurrentMember> tickets = new HashMap<>();
    private Optional<CurrentMember> session = Optional.empty();

    public FakeSignIn() {
        know("ada", new Outcome.Welcome(ADA));
        know("ben", new Outcome.Welcome(BEN));
        know("old", new Outcome.TokenExpired());
        know("new", new Outcome.NotConnected());
        know("dead", new Outcome.Reconnect());
    }

    /** From now on this token means that. */
    public void know(String token, Outcome outcome) {
        tokens.put(token, outcome);
    }

    /** From now on this ticket lets that person in, once. */
    public void ticket(String ticket, CurrentMember member) {
        tickets.put(ticket, member);
    }

    /** From now on somebody is signed in by OAuth. */
    public void signedIn(CurrentMember member) {
        session = Optional.of(member);
    }

    @Override
    public Outcome byPanelToken(@Nullable String token) {
        return token == null ? new Outcome.TokenRefused() : tokens.getOrDefault(token, new Outcome.TokenRefused());
    }

    @Override
    public Optional<CurrentMember> byTicket(String ticket, DocumentId document) {
        return Optional.ofNullable(tickets.remove(ticket));
    }

    @Override
    public Optional<CurrentMember> byEarlierTicket(DocumentId document) {
        return Optional.empty();
    }

    @Override
    public Optional<CurrentMember> bySession() {
        return session;
    }
}
