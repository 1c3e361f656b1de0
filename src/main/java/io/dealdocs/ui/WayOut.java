package io.dealdocs.ui;

import io.dealdocs.shared.Refusal;

/** What a person can do about a refusal besides reading it. */
public enum WayOut {
    /** The sentence says it all. */
    NONE,
    /** The same again may work. */
    RETRY,
    /** Give, or renew, the consent at Pipedrive. */
    CONNECT,
    /** Change the company's settings. */
    SETTINGS;

    static WayOut of(Refusal.Reason reason) {
        return switch (reason) {
            case PIPEDRIVE_SILENT, SLOW_DOWN, UPLOAD_BROKEN, PIPEDRIVE_REFUSED, DOCS_MISSING -> RETRY;
            case NOT_CONNECTED, RECONNECT -> CONNECT;
            case DOCS_MISSING_ADMIN -> SETTINGS;
            default -> NONE;
        };
    }
}
