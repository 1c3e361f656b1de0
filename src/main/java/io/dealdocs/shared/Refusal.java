package io.dealdocs.shared;

import java.util.List;

/**
 * Something a person asked for is not done, for a reason that has a sentence of its own in the person's language (keys
 * {@code refusal.<reason>}). Nothing is lost.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final transient List<Object> arguments;

    /** Why; each one is a sentence that says what to do. Arguments are named in order. */
    public enum Reason {
        /** The deal is absent, deleted or invisible to the member. */
        DEAL_GONE,
        /** The file is absent or deleted. */
        FILE_GONE,
        /** Pipedrive forbids it to the member. */
        FORBIDDEN,
        /** The member never installed the app: connect. */
        NOT_CONNECTED,
        /** The member's consent is dead: reconnect. */
        RECONNECT,
        /** Pipedrive does not answer now. */
        PIPEDRIVE_SILENT,
        /** The company's daily budget at Pipedrive is used up; arguments: when it resets (Instant). */
        QUOTA_USED_UP,
        /** Pipedrive asks to slow down; arguments: seconds to wait. */
        SLOW_DOWN,
        /** The company's Pipedrive account is not open. */
        ACCOUNT_CLOSED,
        /** Pipedrive refuses; arguments: its words. */
        PIPEDRIVE_REFUSED,
        /** Arguments: the limit in bytes (Long). */
        FILE_TOO_LARGE,
        /** A file of 0 bytes. */
        FILE_EMPTY,
        /** The upload broke off. */
        UPLOAD_BROKEN,
        NAME_EMPTY,
        /** Arguments: the most characters allowed (Integer). */
        NAME_TOO_LONG,
        /** Slash, backslash or control characters. */
        NAME_FORBIDDEN,
        /** No editor can show it: download. Arguments: the extension. */
        FORMAT_UNSUPPORTED,
        /** The file lies at Google; open it there. */
        HELD_BY_GOOGLE,
        /** No Docs server yet, told to an admin: go to settings. */
        DOCS_MISSING_ADMIN,
        /** No Docs server yet, told to others: ask an admin. */
        DOCS_MISSING,
        /** People edit it now; arguments: their names. */
        BEING_EDITED,
        /** The document is deleted. */
        DOCUMENT_DELETED,
        /** Only an admin of the company may do this. */
        ADMINS_ONLY,
        /** The address does not belong to a document the member may open. */
        DOCUMENT_UNKNOWN,
        /** The Docs server does not answer, so what is being typed cannot be fetched: nothing was changed. */
        DOCS_SILENT,
        /** This version is no longer kept. */
        VERSION_GONE,
        /** It is too late to take a deletion back. */
        UNDO_TOO_LATE
    }

    public Refusal(Reason reason, Object... arguments) {
        super(reason.name());
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** What the sentence mentions, as the reason describes it. */
    public List<Object> arguments() {
        return arguments;
    }
}
