package io.dealdocs.editing;

import io.dealdocs.documents.Document;
import io.dealdocs.documents.Documents.Effect;
import io.dealdocs.documents.Origin;
import io.dealdocs.documents.PublicationWanted.Urgency;
import java.util.Locale;
import java.util.Optional;

/** What a delivered content becomes of its document. */
record Decision(Origin origin, Effect effect, Optional<Urgency> urgency) {

    static Decision of(Document locked, Delivery delivery) {
        boolean last = delivery.kind().last();
        if (delivery.session().revision() < locked.revision()) {
            return new Decision(Origin.CONFLICT, Effect.ASIDE, Optional.empty());
        }
        if (locked.deleted() || delivery.kind().failed() || otherFormat(locked, delivery)) {
            return new Decision(Origin.RECOVERED, last ? Effect.ASIDE_AND_REVISION : Effect.ASIDE, Optional.empty());
        }
        return last
                ? new Decision(Origin.SAVED, Effect.HEAD_AND_REVISION, Optional.of(Urgency.WHEN_QUIET))
                : new Decision(Origin.FORCE_SAVED, Effect.HEAD, Optional.empty());
    }

    // A document must never carry a name that its content contradicts.
    private static boolean otherFormat(Document locked, Delivery delivery) {
        return !locked.name()
                .toLowerCase(Locale.ROOT)
                .endsWith("." + delivery.file().fileType());
    }
}
