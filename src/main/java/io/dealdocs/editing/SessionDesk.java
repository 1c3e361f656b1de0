package io.dealdocs.editing;

import io.dealdocs.documents.Document;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.installation.Member;
import io.dealdocs.onlyoffice.DocsServer;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts and joins editing sessions; there is one per document key. */
@Component
class SessionDesk {

    private final JdbcEditingSessions sessions;
    private final JdbcPresence presence;
    private final JdbcSessionWatch watch;
    private final EditorAddresses addresses;
    private final EditorIds editorIds;
    private final AuditTrail audit;

    SessionDesk(
            JdbcEditingSessions sessions,
            JdbcPresence presence,
            JdbcSessionWatch watch,
            EditorAddresses addresses,
            EditorIds editorIds,
            AuditTrail audit) {
        this.sessions = sessions;
        this.presence = presence;
        this.watch = watch;
        this.addresses = addresses;
        this.editorIds = editorIds;
        this.audit = audit;
    }

    /** The session of a locked document's present key, with the member invited to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public EditingSession join(Member member, Document locked, DocsServer server) {
        EditingSession session = sessions.open(locked)
                .map(open -> upToDate(open, server))
                .orElseGet(() -> sessions.create(locked, addresses.key(locked.id(), locked.revision()), server));
        if (presence.invite(session.id(), member.id().user(), editorIds.of(member.id()), member.name())) {
            audit.record(AuditEntry.Draft.on(
                    locked.company(),
                    locked.id(),
                    locked.name(),
                    AuditEntry.Action.OPENED,
                    Optional.of(member.id().user()),
                    ""));
        }
        return session;
    }

    private EditingSession upToDate(EditingSession open, DocsServer server) {
        boolean sameServer = open.docsUrl().equals(server.publicUrl());
        if (!sameServer && livesThere(open)) {
            return open;
        }
        sessions.pinServer(open.id(), server);
        if (!open.secrets().getLast().equals(server.secret())) {
            sessions.pinSecret(open.id(), server.secret());
        }
        return sessions.find(open.id()).orElseThrow();
    }

    // While people are in, the key lives at the server they are on, and so does the text of a save that failed.
    // Else the key may follow the settings.
    private boolean livesThere(EditingSession open) {
        return presence.beingEdited(open.document()) || watch.holdsText(open.id());
    }
}
