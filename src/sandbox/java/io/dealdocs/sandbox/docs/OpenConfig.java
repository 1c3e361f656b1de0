package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Author;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What an accepted editor config comes down to: signed things from the token, the rest from the page.
 *
 * @param callbackUrl empty if there is none
 * @param strict whether co-editing starts in strict mode
 * @param changeMode whether people may switch the mode
 * @param tracks whether everything typed is a suggestion
 */
record OpenConfig(
        String key,
        String url,
        String fileType,
        String title,
        String callbackUrl,
        Author user,
        String lang,
        String theme,
        Rights rights,
        boolean strict,
        boolean changeMode,
        boolean autosave,
        boolean forcesave,
        boolean closeVisible,
        boolean tracks) {

    /** The config of a page whose token was checked. */
    static OpenConfig of(JsonNode page, JsonNode token, boolean view, String guest) {
        JsonNode document = token.path("document");
        JsonNode editor = page.path("editorConfig");
        JsonNode custom = editor.path("customization");
        Rights rights = Rights.of(document.path("permissions"), view);
        String fileType = signed(page, token, "document", "fileType").toLowerCase(Locale.ROOT);
        String title = signed(page, token, "document", "title");
        String lang = signed(page, token, "editorConfig", "lang");
        return new OpenConfig(
                document.path("key").asString(""),
                document.path("url").asString(""),
                fileType,
                title.isEmpty() ? "Unnamed." + fileType : title,
                token.path("editorConfig").path("callbackUrl").asString(""),
                user(token.path("editorConfig").has("user") ? token : page, guest),
                lang.isEmpty() ? "en" : lang,
                custom.path("uiTheme").asString("default-light"),
                rights,
                editor.path("coEditing").path("mode").asString("fast").equals("strict"),
                editor.path("coEditing").path("change").asBoolean(true),
                custom.path("autosave").asBoolean(true),
                custom.path("forcesave").asBoolean(false),
                custom.path("close").path("visible").asBoolean(false),
                rights.suggestsOnly()
                        || custom.path("review").path("trackChanges").asBoolean(false));
    }

    private static String signed(JsonNode page, JsonNode token, String part, String name) {
        JsonNode value = token.path(part).path(name);
        return (value.isMissingNode() ? page.path(part).path(name) : value).asString("");
    }

    private static Author user(JsonNode source, String guest) {
        JsonNode user = source.path("editorConfig").path("user");
        String id = user.path("id").asString("");
        String name = user.path("name").asString("");
        return new Author(cut(id.isEmpty() ? guest : id, 240), cut(name.isEmpty() ? "Guest" : name, 255));
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
