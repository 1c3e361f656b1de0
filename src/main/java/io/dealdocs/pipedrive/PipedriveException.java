package io.dealdocs.pipedrive;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Pipedrive did not do what was asked; the kind tells what the caller may do (pipedrive contract, section 4.2). Messages
 * carry status and correlation id, never a token or an address.
 */
public abstract sealed class PipedriveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PipedriveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** 401: the access token is not accepted; refresh once, then reconnect. */
    public static final class Unauthorized extends PipedriveException {
        private static final long serialVersionUID = 1L;

        public Unauthorized(String message) {
            super(message, null);
        }
    }

    /** The member's consent is gone or lacks a scope; only a new consent helps. */
    public static final class ReconnectRequired extends PipedriveException {
        private static final long serialVersionUID = 1L;

        public ReconnectRequired(String message) {
            super(message, null);
        }
    }

    /** 403: the member may not do this; asking again is useless. */
    public static final class Forbidden extends PipedriveException {
        private static final long serialVersionUID = 1L;

        public Forbidden(String message) {
            super(message, null);
        }
    }

    /** 404 or 410: absent, or invisible to the member; the two are treated alike. */
    public static final class NotFound extends PipedriveException {
        private static final long serialVersionUID = 1L;

        public NotFound(String message) {
            super(message, null);
        }
    }

    /** 413: Pipedrive takes no file of this size. */
    public static final class TooLarge extends PipedriveException {
        private static final long serialVersionUID = 1L;

        public TooLarge(String message) {
            super(message, null);
        }
    }

    /** 402: the company's Pipedrive account is not open. */
    public static final class AccountClosed extends PipedriveException {
        private static final long serialVersionUID = 1L;

        public AccountClosed(String message) {
            super(message, null);
        }
    }

    /** 400, 405, 415, 422 or {@code success:false}: the request itself is refused; the message holds Pipedrive's words. */
    public static final class Rejected extends PipedriveException {
        private static final long serialVersionUID = 1L;

        public Rejected(String message) {
            super(message, null);
        }
    }

    /** 429: too many requests; try again after {@link #resetAfter()}. */
    public static final class RateLimited extends PipedriveException {
        private static final long serialVersionUID = 1L;
        private final Duration resetAfter;
        private final boolean daily;

        public RateLimited(String message, Duration resetAfter, boolean daily) {
            super(message, null);
            this.resetAfter = resetAfter;
            this.daily = daily;
        }

        /** How long to wait before the next try. */
        public Duration resetAfter() {
            return resetAfter;
        }

        /** Whether the company's budget of the day is used up, which nobody can change before midnight. */
        public boolean daily() {
            return daily;
        }
    }

    /** 5xx, no connection or no answer in time, for a request that changes nothing by being sent twice. */
    public static final class Unavailable extends PipedriveException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** An upload was sent and its answer did not come: it may have happened. Look before trying again. */
    public static final class AnswerLost extends PipedriveException {
        private static final long serialVersionUID = 1L;

        public AnswerLost(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
