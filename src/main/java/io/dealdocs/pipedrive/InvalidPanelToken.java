package io.dealdocs.pipedrive;

/** A panel token that must not be believed. */
public final class InvalidPanelToken extends Exception {

    private static final long serialVersionUID = 1L;
    private final Reason reason;

    /** Why it is refused: an expired one is renewed silently, any other is not. */
    public enum Reason {
        EXPIRED,
        FORGED
    }

    public InvalidPanelToken(Reason reason) {
        super("panel token refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
