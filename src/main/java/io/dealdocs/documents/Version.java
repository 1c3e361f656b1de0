package io.dealdocs.documents;

import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * An immutable content of a document.
 *
 * @param number counts from 1 inside its document
 * @param author who made it, if a member did
 */
public record Version(
        DocumentId document,
        int number,
        Origin origin,
        StoredContent content,
        Optional<UserId> author,
        String authorName,
        Instant createdAt) {}
