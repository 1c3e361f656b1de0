package io.dealdocs.documents;

import java.io.IOException;

/** A content went on past the limit; what was stored of it is swept. */
public final class ContentTooLarge extends IOException {

    private static final long serialVersionUID = 1L;
    private final long limit;

    ContentTooLarge(long limit) {
        super("content larger than " + limit + " bytes");
        this.limit = limit;
    }

    /** In bytes. */
    public long limit() {
        return limit;
    }
}
