package io.dealdocs.documents;

import java.io.Serializable;
import java.time.Instant;

/**
 * One version in a document's list.
 *
 * @param author who made it, or empty
 * @param size in bytes
 * @param head whether it is the document
 * @param published whether Pipedrive holds it
 * @param offered whether it holds text that the document lacks and nobody has decided about yet: <i>open</i>, <i>make
 *     current</i> or <i>save as file</i>
 * @param otherFormat the extension where its content is of another format than the document's name tells, else empty; it
 *     can be saved as a file only
 */
public record VersionLine(
        int number,
        Origin origin,
        String author,
        Instant createdAt,
        long size,
        boolean head,
        boolean published,
        boolean offered,
        String otherFormat)
        implements Serializable {}
