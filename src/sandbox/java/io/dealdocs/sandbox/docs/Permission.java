package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Change;
import io.dealdocs.sandbox.docs.office.Content;

/** Holds a change against what its author may do. */
final class Permission {

    private Permission() {}

    static void check(OpenConfig config, Content content, Change change) {
        if (change.kind() == Change.Kind.COMMENT) {
            require(config.rights().comment(), "No comments here");
            return;
        }
        require(content.editable(), "This format cannot be changed");
        boolean suggestion = change.tracked() && content.kind().equals("word");
        require(config.rights().edit() || (config.rights().review() && suggestion), "No changes here");
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new NotAllowedException(otherwise);
        }
    }
}
