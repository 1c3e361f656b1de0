package io.dealdocs.editing;

import io.dealdocs.documents.DealNews;
import io.dealdocs.documents.Documents;
import io.dealdocs.onlyoffice.Callback;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who is in a session; when the last one leaves, what waits may go to Pipedrive. */
@Component
class PresenceDesk {

    private final Documents documents;
    private final JdbcEditingSessions sessions;
    private final JdbcCallbackOrder order;
    private final JdbcPresence presence;
    private final DealNews news;

    PresenceDesk(
            Documents documents,
            JdbcEditingSessions sessions,
            JdbcCallbackOrder order,
            JdbcPresence presence,
            DealNews news) {
        this.documents = documents;
        this.sessions = sessions;
        this.order = order;
        this.presence = presence;
        this.news = news;
    }

    @Transactional
    void editing(EditingSession session, Callback.Editing who, Optional<Instant> signedAt) {
        if (who.users().isEmpty()) {
            closed(session, signedAt);
            return;
        }
        boolean leaving = !who.left().isEmpty() && who.joined().isEmpty();
        documents
                .lock(session.document())
                .filter(locked -> order.toldOfPeople(session.id(), signedAt, leaving))
                .ifPresent(locked -> {
                    presence.present(session.id(), who.users());
                    news.changed(locked.company(), locked.subject());
                });
    }

    @Transactional
    void closed(EditingSession session, Optional<Instant> signedAt) {
        documents
                .lock(session.document())
                .filter(locked -> order.toldOfNobody(session.id(), signedAt))
                .ifPresent(documents::editorsLeft);
    }

    /** A save failed at the Docs server; it is marked, and what was saved before may go to Pipedrive. */
    @Transactional
    void failed(EditingSession session, boolean everybodyLeft) {
        documents.lock(session.document()).ifPresent(locked -> {
            sessions.failed(session.id());
            news.changed(locked.company(), locked.subject());
            if (everybodyLeft) {
                sessions.quiet(session.id());
                documents.editorsLeft(locked);
            }
        });
    }
}
