package io.dealdocs.editing;

import io.dealdocs.documents.ContentStore;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.Documents.Effect;
import io.dealdocs.documents.NewVersion;
import io.dealdocs.documents.Origin;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.documents.StoredContent;
import io.dealdocs.onlyoffice.SavedFile;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way of a save: the result is stored while it streams in, then one transaction under the document's row lock makes
 * it a version. What returns normally is durable.
 */
@Component
class SavePath {

    private final ResultDownload results;
    private final ContentStore store;
    private final Documents documents;
    private final JdbcEditingSessions sessions;
    private final JdbcPresence presence;
    private final TransactionTemplate transaction;

    SavePath(
            ResultDownload results,
            ContentStore store,
            Documents documents,
            JdbcEditingSessions sessions,
            JdbcPresence presence,
            TransactionTemplate transaction) {
        this.results = results;
        this.store = store;
        this.documents = documents;
        this.sessions = sessions;
        this.presence = presence;
        this.transaction = transaction;
    }

    /** The session is over: its result becomes the head and its key ends. */
    void saved(EditingSession session, SavedFile file) {
        record(session, file, Origin.SAVED);
    }

    /** The session goes on: its state becomes the head, under the same key. */
    void forceSaved(EditingSession session, SavedFile file) {
        record(session, file, Origin.FORCE_SAVED);
    }

    /** The Docs server could not assemble the document: told, and what there is is kept aside. */
    void failed(EditingSession session, Optional<SavedFile> file) {
        sessions.failed(session.id());
        file.ifPresent(it -> record(session, it, Origin.RECOVERED));
    }

    private void record(EditingSession session, SavedFile file, Origin origin) {
        StoredContent content = results.content(session, file);
        Optional<NewVersion.Changes> changes = results.changes(session, file);
        boolean kept = transaction.execute(status -> version(session, file, origin, content, changes));
        if (!kept) {
            store.discard(content.id());
            changes.flatMap(NewVersion.Changes::archive).ifPresent(store::discard);
        }
    }

    /** Whether the content became a version; a repeated callback does not make a second one. */
    private boolean version(
            EditingSession session,
            SavedFile file,
            Origin origin,
            StoredContent content,
            Optional<NewVersion.Changes> changes) {
        Optional<Document> locked = documents.lock(session.document());
        if (locked.isEmpty() || repeated(session, origin, content)) {
            return false;
        }
        Decision decision = Decision.of(locked.get(), session, file, origin);
        Optional<JdbcPresence.Participant> author =
                file.lastAuthor().flatMap(id -> presence.participant(session.id(), id));
        documents.add(
                locked.get(),
                new NewVersion(
                        decision.origin(),
                        content,
                        author.map(JdbcPresence.Participant::user),
                        author.map(JdbcPresence.Participant::name).orElse(""),
                        Optional.of(session.id().value()),
                        changes),
                decision.effect(),
                decision.urgency());
        if (origin == Origin.SAVED) {
            sessions.end(session.id());
        }
        return true;
    }

    private boolean repeated(EditingSession session, Origin origin, StoredContent content) {
        boolean asConflict = origin == Origin.SAVED
                && documents
                        .delivered(session.document(), session.id().value(), content.sha256(), Origin.CONFLICT)
                        .isPresent();
        return asConflict
                || documents
                        .delivered(session.document(), session.id().value(), content.sha256(), origin)
                        .isPresent();
    }

    /** What a delivered content becomes. */
    private record Decision(Origin origin, Effect effect, Optional<Urgency> urgency) {

        static Decision of(Document locked, EditingSession session, SavedFile file, Origin origin) {
            if (session.revision() < locked.revision()) {
                return new Decision(Origin.CONFLICT, Effect.ASIDE, Optional.empty());
            }
            if (locked.deleted() || origin == Origin.RECOVERED || otherFormat(locked, file)) {
                Effect effect = origin == Origin.SAVED ? Effect.ASIDE_AND_REVISION : Effect.ASIDE;
                return new Decision(Origin.RECOVERED, effect, Optional.empty());
            }
            return origin == Origin.SAVED
                    ? new Decision(origin, Effect.HEAD_AND_REVISION, Optional.of(Urgency.WHEN_QUIET))
                    : new Decision(origin, Effect.HEAD, Optional.empty());
        }

        // A document must never carry a name that its content contradicts.
        private static boolean otherFormat(Document locked, SavedFile file) {
            return !locked.name().toLowerCase(Locale.ROOT).endsWith("." + file.fileType());
        }
    }
}
