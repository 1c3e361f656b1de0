package io.dealdocs.editing;

import io.dealdocs.documents.Documents;
import io.dealdocs.documents.LiveEditing;
import io.dealdocs.editing.AwaitedSaves.Progress;
import io.dealdocs.editing.EditingNews.Kind;
import io.dealdocs.installation.NewsWire;
import io.dealdocs.onlyoffice.DocumentServerException;
import io.dealdocs.onlyoffice.DocumentServers;
import io.dealdocs.onlyoffice.DocumentServers.ForceSave;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the editing of a document without losing what was typed: tells, fetches, sends away, in this order. */
@Component
class EndedEditing implements LiveEditing {

    private static final Logger log = LoggerFactory.getLogger(EndedEditing.class);
    private static final String ASKED_BY = "ending";
    // A Docs server ends a session some three seconds after it sent the last one away.
    private static final Duration LEAVING = Duration.ofSeconds(10);

    private final Documents documents;
    private final JdbcEditingSessions sessions;
    private final JdbcSessionWatch watch;
    private final JdbcClosings closings;
    private final AwaitedSaves awaited;
    private final PinnedServers pinned;
    private final DocumentServers servers;
    private final ForgottenFiles forgotten;
    private final NewsWire news;
    private final EditingProperties properties;
    private final TransactionTemplate transaction;

    EndedEditing(
            Documents documents,
            JdbcEditingSessions sessions,
            JdbcSessionWatch watch,
            JdbcClosings closings,
            AwaitedSaves awaited,
            PinnedServers pinned,
            DocumentServers servers,
            ForgottenFiles forgotten,
            NewsWire news,
            EditingProperties properties,
            TransactionTemplate transaction) {
        this.documents = documents;
        this.sessions = sessions;
        this.watch = watch;
        this.closings = closings;
        this.awaited = awaited;
        this.pinned = pinned;
        this.servers = servers;
        this.forgotten = forgotten;
        this.news = news;
        this.properties = properties;
        this.transaction = transaction;
    }

    @Override
    public void end(DocumentId document, Ending why) {
        end(document, why, "");
    }

    @Override
    public void end(DocumentId document, Ending why, String who) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("ending waits for a network, which no transaction may");
        }
        Optional<EditingSession> running = transaction.execute(status -> begin(document));
        running.ifPresent(session -> end(session, why, who));
    }

    /** The session that people are in; whoever wants to join them waits from now on. */
    private Optional<EditingSession> begin(DocumentId document) {
        Optional<EditingSession> running =
                documents.lock(document).flatMap(sessions::open).filter(session -> watch.occupied(session.id()));
        running.ifPresent(session ->
                closings.begin(document, properties.endingWait().plus(LEAVING).multipliedBy(2)));
        return running;
    }

    private void end(EditingSession session, Ending why, String who) {
        tell(session, why == Ending.DELETED ? Kind.DELETING : Kind.REPLACING, who);
        try {
            fetch(session);
            sendAway(session);
        } catch (DocumentServerException silent) {
            log.info("Session {} was not ended: {}", session.id(), silent.getMessage());
            closings.lift(session.document());
            tell(session, Kind.CALLED_OFF, "");
            throw new Refusal(Reason.DOCS_SILENT);
        }
        closings.settle(session.document());
        tell(session, why == Ending.DELETED ? Kind.DELETED : Kind.REPLACED, who);
    }

    /** Has the Docs server hand over what was typed, and returns when it is stored. */
    private void fetch(EditingSession session) {
        AwaitedSaves.Request request = awaited.begin(session.id());
        try {
            ForceSave begun =
                    pinned.ask(session, server -> servers.forceSave(server, session.key(), request.userData()));
            switch (begun) {
                case STARTED -> awaitStored(request);
                case NOTHING_NEW -> {}
                case UNKNOWN_KEY -> forgotten.fetchLastOfClosed(session);
            }
        } finally {
            awaited.done(request);
        }
    }

    private void awaitStored(AwaitedSaves.Request request) {
        boolean over = Waiting.until(properties.endingWait(), () -> awaited.progress(request) != Progress.UNDER_WAY);
        if (!over || awaited.progress(request) == Progress.FAILED) {
            throw new DocumentServerException.Unreachable("what was typed did not come in time", null);
        }
    }

    // Whoever is sent away is not banned: the mark on the document keeps them out until the next key is there.
    private void sendAway(EditingSession session) {
        boolean somebody = !pinned.ask(session, server -> servers.info(server, session.key(), ASKED_BY))
                .orElse(List.of())
                .isEmpty();
        if (somebody) {
            pinned.ask(session, server -> {
                servers.drop(server, session.key(), List.of());
                return true;
            });
            Waiting.until(LEAVING, () -> !watch.occupied(session.id()));
        }
        sessions.quiet(session.id());
    }

    private void tell(EditingSession session, Kind kind, String who) {
        news.send(EditingNews.TOPIC, new EditingNews(session.document(), kind, who).text());
    }
}
