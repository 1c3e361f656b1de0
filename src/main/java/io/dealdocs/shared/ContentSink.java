package io.dealdocs.shared;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes a content while it arrives from elsewhere.
 *
 * @param <T> what the taker makes of it
 */
@FunctionalInterface
public interface ContentSink<T> {

    /**
     * Reads the content to its end.
     *
     * @param content the bytes, closed by the caller
     * @param size the announced length in bytes, or -1 where the sender does not tell
     */
    T accept(InputStream content, long size) throws IOException;
}
