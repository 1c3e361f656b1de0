package io.dealdocs.sandbox.docs.office;

import java.time.Instant;

/**
 * What one person did to one place of a document.
 *
 * @param block the paragraph ({@code p3}, {@code s2p0}), the cell ({@code 0!B2}) or the id of a new paragraph
 * @param after for a new paragraph: the block before it, a slide ({@code s2}), or empty for the end
 * @param tracked whether the change is written as a suggestion
 */
public record Change(Kind kind, String block, String after, String text, Author author, boolean tracked, Instant at) {

    /** What sort of change it is. */
    public enum Kind {
        /** The block has this text now. */
        TEXT,
        /** A new paragraph. */
        ADD,
        /** A remark beside the block; the text stays. */
        COMMENT
    }

    /** The same change with another text, for typing that goes on. */
    public Change withText(String next, Instant when) {
        return new Change(kind, block, after, next, author, tracked, when);
    }
}
