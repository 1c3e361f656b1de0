package io.dealdocs.access;

import io.dealdocs.shared.DocumentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who a page belongs to. */
public interface SignIn {

    /** Where a person connects or reconnects; opened in a tab of its own. */
    String CONNECT_PATH = "/oauth2/authorization/pipedrive";

    /** Who came in, or what to say instead. */
    sealed interface Outcome {

        /** A connected person. */
        record Welcome(CurrentMember member) implements Outcome {}

        /** The token was genuine but is too old: ask the host for a fresh one. */
        record TokenExpired() implements Outcome {}

        /** No token, or one that Pipedrive did not sign. */
        record TokenRefused() implements Outcome {}

        /** A person of a company who never installed the app. */
        record NotConnected() implements Outcome {}

        /** A person whose consent is dead. */
        record Reconnect() implements Outcome {}
    }

    /** Signs in a framed page by the token in its address or from the host. */
    Outcome byPanelToken(@Nullable String token);

    /** Signs in an editor tab by its one-time ticket, good for that document only and for a minute. */
    Optional<CurrentMember> byTicket(String ticket, DocumentId document);

    /** Who opened this document by a ticket earlier in this browser session, so that a reload finds its way. */
    Optional<CurrentMember> byEarlierTicket(DocumentId document);

    /** Who signed in by OAuth in this browser session, if anybody did. */
    Optional<CurrentMember> bySession();
}
