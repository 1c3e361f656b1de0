package io.dealdocs.editing;

import io.dealdocs.documents.Documents;
import io.dealdocs.editing.Delivery.Kind;
import io.dealdocs.onlyoffice.DocumentServers;
import io.dealdocs.onlyoffice.SavedFile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches saves that found no taker. A Docs server keeps such a file under its key until it is told to forget it, which
 * happens only after the file is durable here; dying in between costs one more look.
 */
@Component
class ForgottenFiles {

    private static final Logger log = LoggerFactory.getLogger(ForgottenFiles.class);
    private static final String ASKED_BY = "forgotten";
    // A large result may take its time; until then whoever opens the document waits.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Documents documents;
    private final PinnedServers pinned;
    private final DocumentServers servers;
    private final SavePath saves;
    private final JdbcSessionWatch watch;
    private final JdbcClosings closings;
    private final TransactionTemplate transaction;

    ForgottenFiles(
            Documents documents,
            PinnedServers pinned,
            DocumentServers servers,
            SavePath saves,
            JdbcSessionWatch watch,
            JdbcClosings closings,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.pinned = pinned;
        this.servers = servers;
        this.saves = saves;
        this.watch = watch;
        this.closings = closings;
        this.transaction = transaction;
    }

    /** Stores the forgotten file of a session's key, if there is one. */
    void fetch(EditingSession session) {
        if (peopleIn(session)) {
            fetchBeside(session);
        } else {
            fetchLast(session);
        }
    }

    private boolean peopleIn(EditingSession session) {
        return !pinned.ask(session, server -> servers.info(server, session.key(), ASKED_BY))
                .orElse(List.of())
                .isEmpty();
    }

    /**
     * Stores the forgotten file of a session that nobody is in, as if it had been handed over in time, and has the Docs
     * server forget it.
     *
     * @return whether there was one
     */
    boolean fetchLast(EditingSession session) {
        Optional<URI> file = address(session);
        if (file.isEmpty()) {
            return false;
        }
        transaction.executeWithoutResult(
                status -> documents.lock(session.document()).ifPresent(locked -> closings.begin(locked.id(), LONGEST)));
        try {
            store(session, file.get());
        } finally {
            closings.lift(session.document());
        }
        return true;
    }

    /** The same for a document that nobody can open just now, and that stays so. */
    void fetchLastOfClosed(EditingSession session) {
        address(session).ifPresent(file -> store(session, file));
    }

    private void store(EditingSession session, URI file) {
        saves.take(session, saved(session, file), Kind.FORGOTTEN, "");
        forget(session);
        log.info("A forgotten save of session {} was stored", session.id());
    }

    // People opened the key again, and with it the forgotten file: what they make of it comes by itself.
    private void fetchBeside(EditingSession session) {
        if (watch.keptForgotten(session.id())) {
            return;
        }
        Kind kind = documents.deliveredBy(session.id().value()).isEmpty() ? Kind.FORCE_SAVE : Kind.FAILED_FORCE_SAVE;
        address(session).ifPresent(file -> {
            saves.take(session, saved(session, file), kind, "");
            watch.keepForgotten(session.id());
            log.info("A forgotten save of session {} was stored although people are in", session.id());
        });
    }

    private Optional<URI> address(EditingSession session) {
        return pinned.ask(session, server -> servers.forgottenFile(server, session.key()));
    }

    private SavedFile saved(EditingSession session, URI file) {
        return SavedFile.at(file, watch.lastEditor(session.id()));
    }

    private void forget(EditingSession session) {
        pinned.ask(session, server -> {
            servers.deleteForgotten(server, session.key());
            return true;
        });
    }
}
