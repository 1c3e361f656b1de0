package io.dealdocs.documents;

/**
 * A content that is durable.
 *
 * @param size in bytes
 * @param sha256 in lower-case hexadecimal
 */
public record StoredContent(ContentId id, long size, String sha256) {}
