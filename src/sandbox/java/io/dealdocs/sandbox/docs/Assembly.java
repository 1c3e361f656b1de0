package io.dealdocs.sandbox.docs;

import java.nio.file.Path;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A result that was made from a session and can be fetched.
 *
 * @param changesUrl empty when the session has no history to tell
 * @param revision of the session it holds
 */
record Assembly(
        Path file,
        String fileType,
        String url,
        String changesUrl,
        ObjectNode history,
        long revision,
        boolean notModified,
        String lastAuthor,
        Instant lastSave) {}
