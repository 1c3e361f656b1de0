package io.dealdocs.documents;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a deal, looked at closely.
 *
 * @param line as the list shows it
 * @param versions what is kept of it, newest first; nothing of a file that nobody has opened through us yet
 * @param attention why Pipedrive lacks the newest version until a person decides, if so
 * @param publishedAt when Pipedrive got the version it holds, if it was from us
 */
public record DocumentDetails(
        DealFile line,
        List<VersionLine> versions,
        @Nullable Attention attention,
        @Nullable Instant publishedAt) implements Serializable {

    public DocumentDetails {
        versions = List.copyOf(versions);
    }

    /** When the newest version was stored by us, if one was. */
    public Optional<Instant> storedAt() {
        return versions.stream()
                .filter(VersionLine::head)
                .map(VersionLine::createdAt)
                .findFirst();
    }
}
