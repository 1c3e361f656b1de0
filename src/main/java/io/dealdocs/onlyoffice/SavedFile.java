package io.dealdocs.onlyoffice;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A document that a Docs server hands over.
 *
 * @param url where it lies for about 15 minutes, as a browser would reach it
 * @param fileType its extension, which may differ from the one that was opened
 * @param changesUrl the archive of changes for the version history
 * @param serverVersion the build that made the changes
 * @param changes the history's {@code changes} as JSON text
 * @param lastAuthor the id of who changed it last, if told
 * @param savedAt when the last change reached the Docs server, if told
 * @param notModified whether nothing changed since the last successful force save
 */
public record SavedFile(
        URI url,
        String fileType,
        Optional<URI> changesUrl,
        Optional<String> serverVersion,
        Optional<String> changes,
        Optional<String> lastAuthor,
        Optional<Instant> savedAt,
        boolean notModified) {

    /** A file that is known by its address alone, and maybe by who was there last. */
    public static SavedFile at(URI url, Optional<String> lastAuthor) {
        return new SavedFile(
                url,
                SavedFileReader.fileType(url).orElse(""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lastAuthor,
                Optional.empty(),
                false);
    }
}
