package io.dealdocs.onlyoffice;

import java.net.URI;
import java.util.Locale;

/**
 * Everything a Docs server is told about one opening of one document (onlyoffice-docs-api contract, sections 3 to 5).
 *
 * @param documentType which editor
 * @param fileType extension in lower case
 * @param key the document key
 * @param title shown, and the name of downloads; with its extension
 * @param contentUrl where the Docs server fetches the content
 * @param callbackUrl where it reports to; absent for viewers
 * @param mode edit or view
 * @param permissions what this person may do
 * @param user who this person is
 * @param locale language and region of the person
 * @param dark whether the person uses a dark theme
 * @param coEditing fast or strict
 * @param coEditingChange whether the person may switch
 * @param stableId never changes for a document, for links between files
 * @param installation names our installation
 */
public record EditorConfig(
        Format.Type documentType,
        String fileType,
        String key,
        String title,
        URI contentUrl,
        java.util.Optional<URI> callbackUrl,
        Mode mode,
        Permissions permissions,
        User user,
        Locale locale,
        boolean dark,
        CoEditing coEditing,
        boolean coEditingChange,
        String stableId,
        String installation) {

    /** Whether a person may change the document at all. */
    public enum Mode {
        EDIT,
        VIEW
    }

    /** How changes reach colleagues: as they are typed, or when the person saves. */
    public enum CoEditing {
        FAST,
        STRICT
    }

    /** What a person may do in the editor. */
    public record Permissions(
            boolean edit,
            boolean review,
            boolean comment,
            boolean print,
            boolean download,
            boolean copy,
            boolean chat) {

        /** Everything a colleague with the right to the deal may do. */
        public static Permissions editor() {
            return new Permissions(true, true, true, true, true, true, true);
        }

        /** Reading only; a reader has no chat. */
        public static Permissions reader() {
            return new Permissions(false, false, false, true, true, true, false);
        }
    }

    /**
     * The person in front of the editor.
     *
     * @param id opaque, at most 128 characters
     * @param name shown to colleagues
     */
    public record User(String id, String name) {}
}
