package io.dealdocs.documents;

/** Where a version comes from; the last two never become the head by themselves. */
public enum Origin {
    IMPORTED,
    SAVED,
    FORCE_SAVED,
    RESTORED,
    CONVERTED,
    RECOVERED,
    CONFLICT;

    /** Whether such a version is kept beside the head, to be offered. */
    public boolean aside() {
        return this == RECOVERED || this == CONFLICT;
    }
}
