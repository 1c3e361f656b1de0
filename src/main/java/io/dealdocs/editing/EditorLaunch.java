package io.dealdocs.editing;

import java.net.URI;

/**
 * What a browser needs to open one document in the editor.
 *
 * @param apiScript the Docs server's {@code api.js}
 * @param config the signed config as JSON; handed to the editor as it is
 * @param title the document's name, for the tab
 * @param strict whether the session starts in strict co-editing, where unsaved text is in no callback
 * @param editable whether the person edits or only reads
 * @param back where closing leads: the deal in Pipedrive
 */
public record EditorLaunch(URI apiScript, String config, String title, boolean strict, boolean editable, URI back) {}
