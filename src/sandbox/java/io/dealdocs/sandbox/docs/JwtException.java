package io.dealdocs.sandbox.docs;

/** A token that is not accepted. */
final class JwtException extends Exception {

    /** Why it is not. */
    enum Kind {
        MISSING,
        INVALID,
        EXPIRED
    }

    private final Kind kind;

    JwtException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
