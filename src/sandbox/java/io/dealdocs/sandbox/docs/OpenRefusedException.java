package io.dealdocs.sandbox.docs;

/** An editor that may not open; the code is the one the page hears in {@code onError}. */
public final class OpenRefusedException extends Exception {

    /** The token is missing or not correctly formed. */
    public static final int BAD_TOKEN = -20;

    /** The token is too old. */
    public static final int EXPIRED_TOKEN = -21;

    /** Config and token differ, or the right is missing. */
    public static final int ACCESS_DENIED = -23;

    /** The document could not be downloaded. */
    public static final int DOWNLOAD_FAILED = -4;

    /** The document is larger than the server allows. */
    public static final int TOO_LARGE = -84;

    /** The content does not fit the extension. */
    public static final int WRONG_FORMAT = -85;

    /** The key's session has ended with a saved file: a new key is needed. */
    public static final int OUTDATED_KEY = -102;

    private final int code;

    OpenRefusedException(int code, String message) {
        super(message);
        this.code = code;
    }

    static OpenRefusedException badToken() {
        return new OpenRefusedException(
                BAD_TOKEN,
                "The document security token is not correctly formed. Please contact your Document Server administrator.");
    }

    static OpenRefusedException accessDenied() {
        return new OpenRefusedException(
                ACCESS_DENIED,
                "You are trying to perform an action you do not have rights for."
                        + " Please contact your Document Server administrator.");
    }

    static OpenRefusedException downloadFailed() {
        return new OpenRefusedException(DOWNLOAD_FAILED, "Download failed.");
    }

    static OpenRefusedException of(JwtException e) {
        return e.kind() == JwtException.Kind.EXPIRED
                ? new OpenRefusedException(
                        EXPIRED_TOKEN,
                        "The document security token has expired. Please contact your Document Server administrator.")
                : badToken();
    }

    public int code() {
        return code;
    }
}
