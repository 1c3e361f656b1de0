package io.dealdocs.editing;

import io.dealdocs.documents.ContentStore;
import io.dealdocs.documents.ContentTurns;
import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.NewVersion;
import io.dealdocs.documents.Origin;
import io.dealdocs.documents.StoredContent;
import io.dealdocs.editing.Delivery.Kind;
import io.dealdocs.onlyoffice.SavedFile;
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
    private final ContentTurns turns;
    private final Documents documents;
    private final Repeats repeats;
    private final JdbcEditingSessions sessions;
    private final JdbcCallbackOrder order;
    private final JdbcPresence presence;
    private final SaveConsequences consequences;
    private final TransactionTemplate transaction;

    SavePath(
            ResultDownload results,
            ContentStore store,
            ContentTurns turns,
            Documents documents,
            Repeats repeats,
            JdbcEditingSessions sessions,
            JdbcCallbackOrder order,
            JdbcPresence presence,
            SaveConsequences consequences,
            TransactionTemplate transaction) {
        this.results = results;
        this.store = store;
        this.turns = turns;
        this.documents = documents;
        this.repeats = repeats;
        this.sessions = sessions;
        this.order = order;
        this.presence = presence;
        this.consequences = consequences;
        this.transaction = transaction;
    }

    /** Keeps what a Docs server hands over of its own accord. */
    void take(EditingSession session, SavedFile file, Kind kind) {
        take(session, file, kind, "");
    }

    /**
     * Keeps what a Docs server hands over.
     *
     * @param askedFor what a force save was asked for with, or empty
     */
    void take(EditingSession session, SavedFile file, Kind kind, String askedFor) {
        StoredContent content = results.content(session, file, !kind.failed());
        Optional<NewVersion.Changes> changes = results.changes(session, file);
        Delivery delivery = new Delivery(session, file, kind, content, changes);
        // Many saves that arrive together end together as well.
        boolean kept = turns.take(() -> transaction.execute(status -> kept(delivery, askedFor)));
        if (!kept) {
            store.discard(content.id());
            changes.flatMap(NewVersion.Changes::archive).ifPresent(store::discard);
        }
    }

    /** Whether the content became a version; a repeated callback does not make a second one. */
    private boolean kept(Delivery delivery, String askedFor) {
        Optional<Document> found = documents.lock(delivery.session().document());
        boolean isNew = found.filter(locked -> !repeats.is(delivery, locked)).isPresent();
        if (isNew) {
            add(found.get(), delivery);
        } else if (delivery.kind().last()) {
            sessions.end(delivery.session().id());
        }
        found.filter(locked -> delivery.kind() == Kind.FORCE_SAVE)
                .ifPresent(locked -> consequences.forceSaved(delivery.session(), locked, askedFor));
        return isNew;
    }

    private void add(Document locked, Delivery delivery) {
        Decision decision = Decision.of(locked, delivery);
        NewVersion version = newVersion(delivery, decision.origin()).ofFormat(Decision.otherFormat(locked, delivery));
        int number = documents.add(locked, version, decision.effect(), decision.urgency());
        if (!delivery.kind().failed()) {
            delivery.file()
                    .savedAt()
                    .ifPresent(at -> order.handedOver(delivery.session().id(), at));
        }
        // One that is kept aside is told as recovered already.
        if (delivery.kind() == Kind.FORGOTTEN && !decision.origin().aside()) {
            consequences.recovered(locked, number, version.author());
        }
        if (delivery.kind().last()) {
            sessions.end(delivery.session().id());
            documents.editorsLeft(documents.find(locked.id()).orElseThrow());
        }
    }

    private NewVersion newVersion(Delivery delivery, Origin origin) {
        SessionId session = delivery.session().id();
        Optional<JdbcPresence.Participant> author =
                delivery.file().lastAuthor().flatMap(id -> presence.participant(session, id));
        return new NewVersion(
                origin,
                delivery.content(),
                author.map(JdbcPresence.Participant::user),
                author.map(JdbcPresence.Participant::name).orElse(""),
                Optional.of(session.value()),
                delivery.changes());
    }
}
