package io.dealdocs.shared;

import java.util.UUID;

/** The stable identity of a document, through every save and every Pipedrive file id it has had. */
public record DocumentId(UUID value) {

    public static DocumentId random() {
        return new DocumentId(UUID.randomUUID());
    }

    /** Reads an id from an address; throws IllegalArgumentException when it is none. */
    public static DocumentId parse(String text) {
        return new DocumentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
