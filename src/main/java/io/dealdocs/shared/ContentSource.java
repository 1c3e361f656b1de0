package io.dealdocs.shared;

import java.io.IOException;
import java.io.InputStream;

/** A content of known length that can be read from its start, more than once, without holding it in memory. */
public interface ContentSource {

    /** The length in bytes. */
    long size();

    /** Opens the content at its first byte; the caller closes it. */
    InputStream open() throws IOException;
}
