package io.dealdocs.documents;

import java.util.UUID;

/** Names a stored content; a version refers to one. */
public record ContentId(UUID value) {

    static ContentId random() {
        return new ContentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
