package io.dealdocs.onlyoffice;

import io.dealdocs.shared.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Builds one map, signs it, and writes that same map with its token. */
final class JsonEditorConfigs implements EditorConfigs {

    private final JsonMapper json;
    private final DocsSigner signer;

    JsonEditorConfigs(JsonMapper json, DocsSigner signer) {
        this.json = json;
        this.signer = signer;
    }

    @Override
    public String sign(EditorConfig config, Secret secret, Duration life) {
        var page = page(config);
        page.put("token", signer.sign(page, secret, life));
        return json.writeValueAsString(page);
    }

    private static Map<String, Object> page(EditorConfig config) {
        if (config.documentType() == Format.Type.NONE) {
            throw new IllegalArgumentException("no editor opens " + config.fileType());
        }
        var page = new LinkedHashMap<String, Object>();
        page.put("documentType", lower(config.documentType()));
        page.put("type", "desktop");
        page.put("width", "100%");
        page.put("height", "100%");
        page.put("document", document(config));
        page.put("editorConfig", editor(config));
        return page;
    }

    private static Map<String, Object> document(EditorConfig config) {
        var document = new LinkedHashMap<String, Object>();
        document.put("fileType", config.fileType());
        document.put("key", config.key());
        document.put("title", ShortText.name(config.title()));
        document.put("url", config.contentUrl().toString());
        document.put("permissions", permissions(config.permissions()));
        document.put("referenceData", ordered("fileKey", config.stableId(), "instanceId", config.installation()));
        return document;
    }

    // Filling forms is left out: it follows edit and review, and beside comment it would contradict it.
    private static Map<String, Object> permissions(EditorConfig.Permissions granted) {
        var permissions = new LinkedHashMap<String, Object>();
        permissions.put("edit", granted.edit());
        permissions.put("review", granted.review());
        permissions.put("comment", granted.comment());
        permissions.put("print", granted.print());
        permissions.put("download", granted.download());
        permissions.put("copy", granted.copy());
        permissions.put("chat", granted.chat());
        return permissions;
    }

    private static Map<String, Object> editor(EditorConfig config) {
        var editor = new LinkedHashMap<String, Object>();
        config.callbackUrl().map(URI::toString).ifPresent(url -> editor.put("callbackUrl", url));
        editor.put("mode", lower(config.mode()));
        editor.put("lang", EditorLanguage.lang(config.locale()));
        EditorLanguage.region(config.locale()).ifPresent(region -> editor.put("region", region));
        editor.put(
                "user",
                ordered(
                        "id",
                        config.user().id(),
                        "name",
                        ShortText.text(config.user().name())));
        editor.put("coEditing", ordered("mode", lower(config.coEditing()), "change", config.coEditingChange()));
        editor.put("customization", customization(config));
        return editor;
    }

    private static Map<String, Object> customization(EditorConfig config) {
        var customization = new LinkedHashMap<String, Object>();
        // Strict alone is not strict for a single editor: without this every change is sent after two seconds.
        customization.put("autosave", config.coEditing() != EditorConfig.CoEditing.STRICT);
        customization.put("forcesave", true);
        customization.put("close", Map.of("visible", true));
        customization.put("uiTheme", config.dark() ? "default-dark" : "default-light");
        customization.put("anonymous", Map.of("request", false));
        customization.put("mentionShare", false);
        return customization;
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        var map = new LinkedHashMap<String, Object>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
