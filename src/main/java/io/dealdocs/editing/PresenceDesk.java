package io.dealdocs.editing;

import io.dealdocs.documents.DealNews;
import io.dealdocs.documents.Documents;
import io.dealdocs.onlyoffice.Callback;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who is in a session; when the last one leaves, what waits may go to Pipedrive. */
@Component
class PresenceDesk {

    private final Documents documents;
    private final JdbcEditingSessions sessions;
    private final JdbcPresence presence;
    private final DealNews news;

    PresenceDesk(Documents documents, JdbcEditingSessions sessions, JdbcPresence presence, DealNews news) {
        this.documents = documents;
        this.sessions = sessions;
        this.presence = presence;
        this.news = news;
    }

    @Transactional
    void editing(EditingSession session, Callback.Editing who) {
        documents.lock(session.document()).ifPresent(locked -> {
            sessions.heard(session.id(), who.users().isEmpty());
            presence.present(session.id(), who.users());
            news.changed(locked.company(), locked.subject());
        });
    }

    @Transactional
    void closed(EditingSession session) {
        documents.lock(session.document()).ifPresent(locked -> {
            sessions.heard(session.id(), true);
            documents.editorsLeft(locked);
        });
    }

    /** A save failed at the Docs server; it is marked, and what was saved before may go to Pipedrive. */
    @Transactional
    void failed(EditingSession session, boolean everybodyLeft) {
        documents.lock(session.document()).ifPresent(locked -> {
            sessions.failed(session.id());
            news.changed(locked.company(), locked.subject());
            if (everybodyLeft) {
                sessions.heard(session.id(), true);
                documents.editorsLeft(locked);
            }
        });
    }
}
