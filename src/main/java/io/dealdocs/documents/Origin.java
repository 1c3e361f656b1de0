package io.dealdocs.documents;

/** Where a version comes from; the last two never become the head by themselves. */
public enum Origin {
    IMPORTED,
    SAVED,
    FORCE_SAVED,
    RESTORED,
    CONVERTED,
    RECOVERED,
    CONFLICT
}
