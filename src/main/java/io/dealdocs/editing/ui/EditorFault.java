package io.dealdocs.editing.ui;

import java.util.Locale;

/** What the editor's error numbers mean to a person (docs contract, section 19.1). */
enum EditorFault {
    /** The Docs server could not fetch the document from us. */
    DOWNLOAD,
    /** The document is broken, too large unzipped, or not what its extension says. */
    CONTENT,
    /** The signatures do not fit: the secret, the header or the clocks differ. */
    SIGNATURE,
    /** The page was open longer than its config was good for, or the session ended. */
    EXPIRED,
    /** All seats of the Docs server are taken. */
    SEATS,
    /** The person may not do this any more. */
    RIGHTS,
    /** The connection to the Docs server broke; the editor tells so itself and comes back. */
    CONNECTION,
    /** A save on the way to us failed; the Docs server tries again. */
    SAVE,
    /** The Docs server is too busy. */
    BUSY,
    /** The Docs server's own files do not come. */
    FILES,
    /** Something inside the editor that it tells by itself. */
    INTERNAL,
    /** Anything else. */
    OTHER;

    static EditorFault of(int code) {
        return switch (code) {
            case -4, -7 -> DOWNLOAD;
            case -3, -82, -83, -84, -85 -> CONTENT;
            case -8, -20 -> SIGNATURE;
            case -21, -102, -120, -121, -122 -> EXPIRED;
            case -22 -> SEATS;
            case -23, -100 -> RIGHTS;
            case -18 -> CONNECTION;
            case -331, -332, -333 -> SAVE;
            case -2, -5, -6 -> BUSY;
            case -24, -26, -27 -> FILES;
            default -> code <= -400 || (code <= -9 && code >= -19) ? INTERNAL : OTHER;
        };
    }

    /** Whether the editor goes on, so that the person must not lose sight of it. */
    boolean harmless() {
        return this == CONNECTION || this == INTERNAL;
    }

    /** The key of its sentence. */
    String key() {
        return "editor.fault." + name().toLowerCase(Locale.ROOT);
    }
}
