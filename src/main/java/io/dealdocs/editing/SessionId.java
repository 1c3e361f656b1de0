package io.dealdocs.editing;

import java.util.UUID;

/** Names an editing session in our addresses. */
record SessionId(UUID value) {

    static SessionId random() {
        return new SessionId(UUID.randomUUID());
    }

    /** Reads an id that we wrote into a capability. */
    static SessionId parse(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
