package io.dealdocs.documents;

import io.dealdocs.shared.ContentSource;
import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps contents, in constant memory and without holding a database connection while a network is slow. A content that
 * no version refers to is swept after a day.
 */
public interface ContentStore {

    /**
     * Stores a content while it arrives. It is durable when this returns.
     *
     * @param size what the sender announced in bytes, or -1; a content of another length is refused
     * @param limit the most bytes that are taken
     * @throws ContentTooLarge past the limit
     * @throws java.io.EOFException when the content ended before its announced size
     * @throws IOException what reading throws
     */
    StoredContent store(InputStream content, long size, long limit) throws IOException;

    /**
     * A stored content, to be read as often as needed. Reading it throws {@link ContentDamaged} instead of ending where
     * it is not what was stored.
     */
    ContentSource source(StoredContent content);

    /**
     * Reads a part of a content. One that begins near the start is checked as a whole before its last bytes are handed
     * out; others by the lengths of their pieces.
     *
     * @param offset of the first byte
     * @throws ContentDamaged when it is not what was stored
     */
    InputStream open(ContentId content, long offset) throws IOException;

    /** Gives up a content that turned out not to be needed. */
    void discard(ContentId content);
}
