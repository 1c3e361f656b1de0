package io.dealdocs.documents;

import java.io.IOException;

/** A stored content is not what was stored: a piece is missing, or its SHA-256 differs. It must not be taken for whole. */
public final class ContentDamaged extends IOException {

    private static final long serialVersionUID = 1L;

    ContentDamaged(ContentId content, String how) {
        super("content " + content + " is damaged: " + how);
    }
}
