package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Content;
import java.nio.file.Path;

/**
 * The document a session works on, as the server holds it in its cache.
 *
 * @param file the bytes as they were opened
 * @param sha256 of those bytes
 * @param content the text with everybody's changes
 * @param forgotten whether it came from the forgotten files instead of the document's address
 */
record Source(Path file, String fileType, long size, String sha256, Content content, boolean forgotten) {}
