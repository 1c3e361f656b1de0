package io.dealdocs.documents;

import io.dealdocs.documents.LiveEditing.Ending;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets nobody replace or delete a document under those who edit it, unless it was confirmed with their names. */
@Component
class EditingGuard {

    private final EditingPresence presence;
    private final Members members;
    // Whoever ends sessions also stores what they hand over, and so knows the documents.
    private final ObjectProvider<LiveEditing> live;

    EditingGuard(EditingPresence presence, Members members, ObjectProvider<LiveEditing> live) {
        this.presence = presence;
        this.members = members;
        this.live = live;
    }

    /**
     * Ends the editing of a document that is about to change. Not inside a transaction: it waits for a network.
     *
     * @param by who changes it; the editors are told
     * @return whether anybody was editing; the document's key must not be used again then
     * @throws Refusal {@code BEING_EDITED} with the names, where it was not confirmed
     */
    boolean end(DocumentId document, Ending why, MemberId by, boolean confirmed) {
        if (!presence.beingEdited(document)) {
            return false;
        }
        requireQuiet(document, confirmed);
        live.getObject().end(document, why, members.find(by).map(Member::name).orElse(""));
        return true;
    }

    /** Refuses where somebody edits and nobody confirmed; under the row lock nobody can come in between. */
    void requireQuiet(DocumentId document, boolean confirmed) {
        if (!confirmed && presence.beingEdited(document)) {
            throw new Refusal(
                    Reason.BEING_EDITED, presence.editorsOf(List.of(document)).getOrDefault(document, List.of()));
        }
    }
}
