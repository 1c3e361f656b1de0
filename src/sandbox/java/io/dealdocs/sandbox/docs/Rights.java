package io.dealdocs.sandbox.docs;

import tools.jackson.databind.JsonNode;

/** What a person may do in the open document, after mode and permissions were put together. */
record Rights(
        boolean edit,
        boolean review,
        boolean comment,
        boolean fillForms,
        boolean print,
        boolean download,
        boolean copy,
        boolean chat) {

    static Rights of(JsonNode permissions, boolean view) {
        boolean edit = permissions.path("edit").asBoolean(true);
        boolean review = permissions.path("review").asBoolean(edit);
        return new Rights(
                edit && !view,
                review && !view,
                permissions.path("comment").asBoolean(edit) && !view,
                permissions.path("fillForms").asBoolean(edit || review) && !view,
                permissions.path("print").asBoolean(true),
                permissions.path("download").asBoolean(true),
                permissions.path("copy").asBoolean(true),
                permissions.path("chat").asBoolean(true));
    }

    /** Whether this person counts as an editor, about whom callbacks are sent. */
    boolean writes() {
        return edit || review || comment || fillForms;
    }

    /** Whether typed text can only be a suggestion. */
    boolean suggestsOnly() {
        return !edit && review;
    }
}
