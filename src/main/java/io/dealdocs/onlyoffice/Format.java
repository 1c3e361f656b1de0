package io.dealdocs.onlyoffice;

import java.util.List;
import java.util.Set;

/**
 * A file format as Docs servers know it.
 *
 * @param extension lower case, without the dot
 * @param type the editor that opens it
 * @param actions what a Docs server can do with it
 * @param mediaTypes the first one is ours to send
 */
public record Format(String extension, Type type, Set<Action> actions, List<String> mediaTypes) {

    public Format {
        actions = Set.copyOf(actions);
        mediaTypes = List.copyOf(mediaTypes);
    }

    /** The editors. */
    public enum Type {
        WORD,
        CELL,
        SLIDE,
        PDF,
        DIAGRAM,
        NONE
    }

    /** What can be done with a format; {@code LOSSY_EDIT} may lose formatting. */
    public enum Action {
        VIEW,
        EDIT,
        LOSSY_EDIT,
        REVIEW,
        COMMENT,
        FILL,
        CUSTOM_FILTER,
        ENCRYPT,
        AUTO_CONVERT
    }

    /** Whether we offer to edit it: the three formats that come back as they went. */
    public boolean editable() {
        return extension.equals("docx") || extension.equals("xlsx") || extension.equals("pptx");
    }

    /** Whether an editor can show it. */
    public boolean viewable() {
        return actions.contains(Action.VIEW) && !extension.startsWith("g");
    }

    /** The media type to send a file of this format with. */
    public String mediaType() {
        return mediaTypes.isEmpty() ? "application/octet-stream" : mediaTypes.getFirst();
    }
}
