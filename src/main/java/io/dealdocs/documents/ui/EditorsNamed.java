package io.dealdocs.documents.ui;

import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.Trouble;
import java.util.List;

/** Reads who edits a document out of the refusal that says so. */
final class EditorsNamed {

    private EditorsNamed() {}

    /** Their names; none where it was refused for another reason. */
    static List<String> in(Trouble trouble) {
        Refusal refusal = trouble.refusal();
        if (refusal == null || refusal.reason() != Refusal.Reason.BEING_EDITED) {
            return List.of();
        }
        return refusal.arguments().getFirst() instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }
}
