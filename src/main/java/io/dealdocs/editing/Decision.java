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
        boolean late = delivery.session().revision() < locked.revision();
        if (late && !locked.deleted()) {
            return new Decision(Origin.CONFLICT, Effect.ASIDE, Optional.empty());
        }
        if (locked.deleted()
                || delivery.kind().failed()
                || otherFormat(locked, delivery).isPresent()) {
            Effect effect = last && !late ? Effect.ASIDE_AND_REVISION : Effect.ASIDE;
            return new Decision(Origin.RECOVERED, effect, Optional.empty());
        }
        return last
                ? new Decision(Origin.SAVED, Effect.HEAD_AND_REVISION, Optional.of(Urgency.WHEN_QUIET))
                : new Decision(Origin.FORCE_SAVED, Effect.HEAD, Optional.empty());
    }

    /** The extension of a content that the document's name contradicts: a document must never carry such a name. */
    static Optional<String> otherFormat(Document locked, Delivery delivery) {
        String extension = delivery.file().fileType();
        boolean same = locked.name().toLowerCase(Locale.ROOT).endsWith("." + extension);
        return same ? Optional.empty() : Optional.of(extension);
    }
}
