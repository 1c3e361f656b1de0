package io.dealdocs.editing;

import io.dealdocs.documents.Documents;
import io.dealdocs.installation.Companies;
import io.dealdocs.installation.CompanyRules.Publish;
import io.dealdocs.onlyoffice.DocumentServerException;
import io.dealdocs.onlyoffice.DocumentServers;
import io.dealdocs.onlyoffice.DocumentServers.ForceSave;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has long sessions saved from time to time, and what they saved published although people edit. Companies that publish
 * only on demand are left alone.
 */
@Component
class LongSessions {

    private static final Logger log = LoggerFactory.getLogger(LongSessions.class);

    private final JdbcSessionWatch watch;
    private final PinnedServers pinned;
    private final DocumentServers servers;
    private final Companies companies;
    private final Documents documents;
    private final SaveConsequences consequences;
    private final EditingProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LongSessions(
            JdbcSessionWatch watch,
            PinnedServers pinned,
            DocumentServers servers,
            Companies companies,
            Documents documents,
            SaveConsequences consequences,
            EditingProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.watch = watch;
        this.pinned = pinned;
        this.servers = servers;
        this.companies = companies;
        this.documents = documents;
        this.consequences = consequences;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks for a save of each once. */
    void run() {
        List<EditingSession> due = watch.busySince(clock.instant().minus(properties.longSession())).stream()
                .filter(session -> companies.rules(session.company()).publish() == Publish.WHEN_DONE)
                .toList();
        SideBySide.each(due, this::save);
    }

    private void save(EditingSession session) {
        try {
            ForceSave begun =
                    pinned.ask(session, server -> servers.forceSave(server, session.key(), SaveConsequences.HOURLY));
            // A save that was begun counts when it is stored: one that fails is asked for again at the next look.
            if (begun == ForceSave.NOTHING_NEW) {
                transaction.executeWithoutResult(status -> documents
                        .lock(session.document())
                        .ifPresent(locked -> consequences.savedForLength(session, locked)));
            }
        } catch (DocumentServerException away) {
            log.info("Long session {} was not saved: {}", session.id(), away.getMessage());
        } catch (RuntimeException trouble) {
            log.error("Long session {} could not be saved", session.id(), trouble);
        }
    }
}
