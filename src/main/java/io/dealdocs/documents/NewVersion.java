package io.dealdocs.documents;

import io.dealdocs.shared.UserId;
import java.util.Optional;
import java.util.UUID;

/**
 * A version about to be added.
 *
 * @param session the editing session it came from
 * @param changes what the version history needs to show the differences
 * @param otherFormat the extension of its content, where it is not the one of the document's name
 */
public record NewVersion(
        Origin origin,
        StoredContent content,
        Optional<UserId> author,
        String authorName,
        Optional<UUID> session,
        Optional<Changes> changes,
        Optional<String> otherFormat) {

    /** A version of the format that the document's name tells. */
    public NewVersion(
            Origin origin,
            StoredContent content,
            Optional<UserId> author,
            String authorName,
            Optional<UUID> session,
            Optional<Changes> changes) {
        this(origin, content, author, authorName, session, changes, Optional.empty());
    }

    /** The same, whose content is of another format than the document's name tells. */
    public NewVersion ofFormat(Optional<String> extension) {
        return new NewVersion(origin, content, author, authorName, session, changes, extension);
    }

    /**
     * What a Docs server tells about the differences.
     *
     * @param archive the stored archive of changes
     * @param history the list of changes as JSON
     * @param serverVersion the build that made them
     */
    public record Changes(Optional<ContentId> archive, String history, String serverVersion) {}

    /** A content that was brought in by a member. */
    static NewVersion imported(StoredContent content, Optional<UserId> author, String authorName) {
        return new NewVersion(Origin.IMPORTED, content, author, authorName, Optional.empty(), Optional.empty());
    }
}
