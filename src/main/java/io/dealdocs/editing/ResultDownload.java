package io.dealdocs.editing;

import io.dealdocs.documents.ContentId;
import io.dealdocs.documents.ContentStore;
import io.dealdocs.documents.NewVersion;
import io.dealdocs.documents.StoredContent;
import io.dealdocs.onlyoffice.DocumentServerException;
import io.dealdocs.onlyoffice.DocumentServers;
import io.dealdocs.onlyoffice.SavedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Streams what a Docs server hands over into the store; no database connection waits for the network. */
@Component
class ResultDownload {

    private static final Logger log = LoggerFactory.getLogger(ResultDownload.class);

    private final DocumentServers servers;
    private final ContentStore store;
    private final EditingProperties limits;

    ResultDownload(DocumentServers servers, ContentStore store, EditingProperties limits) {
        this.servers = servers;
        this.store = store;
        this.limits = limits;
    }

    /**
     * Stores a result.
     *
     * @param whole whether it must be whole; what is left of a save that failed need not be
     * @throws DocumentServerException.Damaged when it is not what it claims to be; nothing is stored of it then
     */
    StoredContent content(EditingSession session, SavedFile file, boolean whole) {
        try {
            ContentShape shape = ContentShape.of(file.fileType());
            return stored(session, file.url(), bytes -> new CheckedContent(bytes, shape, whole));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the version history needs; a save is not refused because its history could not be fetched. */
    Optional<NewVersion.Changes> changes(EditingSession session, SavedFile file) {
        if (file.changes().isEmpty() || file.serverVersion().isEmpty()) {
            return Optional.empty();
        }
        Optional<ContentId> archive =
                file.changesUrl().flatMap(url -> archive(session, url)).map(StoredContent::id);
        return Optional.of(new NewVersion.Changes(
                archive, file.changes().get(), file.serverVersion().get()));
    }

    private Optional<StoredContent> archive(EditingSession session, URI url) {
        try {
            return Optional.of(stored(session, url, bytes -> new CheckedContent(bytes, ContentShape.ZIP, true)));
        } catch (IOException | DocumentServerException missing) {
            log.warn("The changes of session {} could not be fetched: {}", session.id(), missing.getMessage());
            return Optional.empty();
        }
    }

    private StoredContent stored(EditingSession session, URI url, UnaryOperator<InputStream> check) throws IOException {
        long limit = limits.resultLimit().toBytes();
        return servers.download(
                session.server(), url, limit, (bytes, size) -> store.store(check.apply(bytes), size, limit));
    }
}
