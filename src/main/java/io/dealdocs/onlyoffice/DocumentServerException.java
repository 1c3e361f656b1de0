package io.dealdocs.onlyoffice;

import org.jspecify.annotations.Nullable;

/** A Docs server did not do what was asked; the kind tells whom to tell what. */
public abstract sealed class DocumentServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DocumentServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** No connection, no answer in time, or a 5xx: trying later may help. */
    public static final class Unreachable extends DocumentServerException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Something answers at the address, but no Docs server. */
    public static final class NotADocsServer extends DocumentServerException {
        private static final long serialVersionUID = 1L;

        public NotADocsServer(String message) {
            super(message, null);
        }
    }

    /** The server refuses our token: another secret, another header, or clocks that differ. */
    public static final class TokenRefused extends DocumentServerException {
        private static final long serialVersionUID = 1L;
        private final boolean expired;

        public TokenRefused(boolean expired) {
            super(expired ? "the Docs server finds our token expired" : "the Docs server refuses our token", null);
            this.expired = expired;
        }

        /** Whether it is the clocks. */
        public boolean expired() {
            return expired;
        }
    }

    /** An address that is not on the company's Docs server; it is not fetched. */
    public static final class ForeignAddress extends DocumentServerException {
        private static final long serialVersionUID = 1L;

        public ForeignAddress() {
            super("the address is not on the company's Docs server", null);
        }
    }

    /** The server's name leads into our own network, where the operator has not allowed it; it is not called. */
    public static final class InsideName extends DocumentServerException {
        private static final long serialVersionUID = 1L;

        public InsideName() {
            super("the name of the Docs server leads into our own network", null);
        }
    }

    /** A result above the limit. */
    public static final class TooLarge extends DocumentServerException {
        private static final long serialVersionUID = 1L;

        public TooLarge(long limit) {
            super("the result is larger than " + limit + " bytes", null);
        }
    }

    /** A result that is not whole, or not what it claims to be. */
    public static final class Damaged extends DocumentServerException {
        private static final long serialVersionUID = 1L;

        public Damaged(String message) {
            super(message, null);
        }
    }

    /** The server answers an error of its own. */
    public static final class Failed extends DocumentServerException {
        private static final long serialVersionUID = 1L;

        public Failed(String message) {
            super(message, null);
        }
    }
}
