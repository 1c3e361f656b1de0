package io.dealdocs.documents;

import java.io.Serializable;
import java.util.UUID;

/** Names a deletion that can be taken back for a moment; not a right to anything. */
public record DeletionId(UUID value) implements Serializable {

    /** A new one. */
    public static DeletionId random() {
        return new DeletionId(UUID.randomUUID());
    }

    static DeletionId parse(String text) {
        return new DeletionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
