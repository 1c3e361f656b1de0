package io.dealdocs.editing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.Origin;
import io.dealdocs.documents.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Recognises a callback that brings nothing new: it comes again because its answer was lost, or a later one has overtaken
 * it. Asked under the document's row lock. Equal content alone proves nothing: people undo what they wrote, and the state
 * of an hour ago is the newest again.
 */
@Component
class Repeats {

    private final Documents documents;
    private final JdbcEditingSessions sessions;
    private final JdbcCallbackOrder order;

    Repeats(Documents documents, JdbcEditingSessions sessions, JdbcCallbackOrder order) {
        this.documents = documents;
        this.sessions = sessions;
        this.order = order;
    }

    boolean is(Delivery delivery, Document locked) {
        List<Version> before = documents.deliveredBy(delivery.session().id().value());
        Predicate<Version> same =
                version -> version.content().sha256().equals(delivery.content().sha256());
        if (delivery.kind().last() && delivery.session().revision() < locked.revision() && !before.isEmpty()) {
            // Its session was ended for another version, and what it hands over was fetched before that.
            return same.test(before.getLast())
                    || before.stream().filter(Repeats::last).anyMatch(same);
        }
        if (delivery.kind().last()) {
            // Only a session's last save ends it, so while it is open nothing can be a repetition of that.
            return ended(delivery.session())
                    && before.stream().filter(Repeats::last).anyMatch(same);
        }
        return !before.isEmpty() && (same.test(before.getLast()) || overtaken(delivery, before));
    }

    // The Docs server's own clock tells: a session goes from one state to the next, and its last save has them all.
    private boolean overtaken(Delivery delivery, List<Version> before) {
        Optional<Instant> newest = order.handedOver(delivery.session().id());
        boolean over = before.stream().map(Version::origin).anyMatch(Origin.SAVED::equals);
        return newest.isPresent()
                && delivery.file()
                        .savedAt()
                        .filter(at -> at.isBefore(newest.get()) || (over && at.equals(newest.get())))
                        .isPresent();
    }

    private static boolean last(Version version) {
        return version.origin() != Origin.FORCE_SAVED;
    }

    private boolean ended(EditingSession session) {
        return sessions.find(session.id()).filter(EditingSession::ended).isPresent();
    }
}
