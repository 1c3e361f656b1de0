package io.dealdocs.editing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.onlyoffice.DocumentServerException;
import io.dealdocs.onlyoffice.DocumentServers;
import io.dealdocs.settings.CompanyDocsServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks after sessions with people in them that nobody has heard of for long. A Docs server that knows the session tells
 * who is in by a callback. One that does not has lost it: its people are out, and the document's key can be opened again.
 * Sessions that stay with a Docs server the company has left, because a save failed there, are asked after as well: else
 * their documents could not be opened at the new one.
 */
@Component
class SilentSessions {

    private static final Logger log = LoggerFactory.getLogger(SilentSessions.class);
    private static final String ASKED_BY = "silent";

    private final JdbcSessionWatch watch;
    private final JdbcEditingSessions sessions;
    private final PinnedServers pinned;
    private final CompanyDocsServers present;
    private final DocumentServers servers;
    private final ForgottenFiles forgotten;
    private final Documents documents;
    private final EditingProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SilentSessions(
            JdbcSessionWatch watch,
            JdbcEditingSessions sessions,
            PinnedServers pinned,
            CompanyDocsServers present,
            DocumentServers servers,
            ForgottenFiles forgotten,
            Documents documents,
            EditingProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.watch = watch;
        this.sessions = sessions;
        this.pinned = pinned;
        this.present = present;
        this.servers = servers;
        this.forgotten = forgotten;
        this.documents = documents;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks after each once. */
    void run() {
        Instant silence = before(properties.silence());
        SideBySide.each(watch.silentSince(silence), silent -> found(silent).ifPresent(it -> ask(it, silent)));
        SideBySide.each(
                watch.heldSince(silence),
                held -> found(held).filter(this::leftBehind).ifPresent(it -> ask(it, held)));
    }

    private Optional<EditingSession> found(JdbcSessionWatch.Silent silent) {
        return sessions.find(silent.id());
    }

    private void ask(EditingSession session, JdbcSessionWatch.Silent silent) {
        try {
            Optional<List<String>> inside =
                    pinned.ask(session, server -> servers.info(server, session.key(), ASKED_BY));
            if (inside.isPresent()) {
                known(session, inside.get());
            } else if (!forgotten.fetchLast(session)) {
                empty(session, silent);
            }
        } catch (DocumentServerException away) {
            log.info("The Docs server of silent session {} does not tell: {}", session.id(), away.getMessage());
            if (hopeless(session, silent)) {
                giveUp(session, silent);
            }
        } catch (RuntimeException trouble) {
            log.error("Silent session {} could not be looked after", session.id(), trouble);
        }
    }

    // Where nobody is in, and yet no save has come, what was typed still lies with the Docs server.
    private void known(EditingSession session, List<String> inside) {
        if (inside.isEmpty()) {
            pinned.ask(session, server -> servers.forceSave(server, session.key(), SaveConsequences.LEFT_BEHIND));
        }
        watch.asked(session.id());
    }

    private void empty(EditingSession session, JdbcSessionWatch.Silent silent) {
        transaction.executeWithoutResult(status -> documents
                .lock(session.document())
                .ifPresent(locked -> {
                    if (watch.fellQuiet(silent)) {
                        log.info("Session {} is unknown to its Docs server: nobody is in", session.id());
                        documents.editorsLeft(locked);
                    }
                }));
    }

    // The one before has not answered for long: it will not open the key again, and as long as the key stands nobody
    // could open the document anywhere.
    private boolean hopeless(EditingSession session, JdbcSessionWatch.Silent silent) {
        return silent.heardAt().isBefore(before(properties.giveUp())) && leftBehind(session);
    }

    /** Whether the company has another Docs server by now. */
    private boolean leftBehind(EditingSession session) {
        return present.of(session.company())
                .map(DocsServer::publicUrl)
                .filter(today -> !today.equals(session.docsUrl()))
                .isPresent();
    }

    private void giveUp(EditingSession session, JdbcSessionWatch.Silent silent) {
        transaction.executeWithoutResult(status -> documents
                .lock(session.document())
                .ifPresent(locked -> {
                    if (watch.fellQuiet(silent)) {
                        log.warn("Session {} is given up: its Docs server is gone", session.id());
                        sessions.end(session.id());
                        end(session, locked);
                    }
                }));
    }

    private void end(EditingSession session, Document locked) {
        if (locked.revision() == session.revision()) {
            documents.endKey(locked);
        }
        documents.editorsLeft(locked);
    }

    private Instant before(Duration span) {
        return clock.instant().minus(span);
    }
}
