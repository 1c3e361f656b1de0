package io.dealdocs.sandbox.docs;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides whether an editor may open, as strictly as the real server does. */
final class OpenCheck {

    private static final Pattern KEY = Pattern.compile("[0-9a-zA-Z._=-]+");

    /** Claims that mark a token as made for a command, a conversion or a download. */
    private static final List<String> OTHER_PURPOSES = List.of("payload", "url", "key", "c");

    private final World world;

    OpenCheck(World world) {
        this.world = world;
    }

    /** What the page may open; everything that counts is taken from its token. */
    OpenConfig read(JsonNode page) throws OpenRefusedException {
        ObjectNode token = token(page.path("token").asString(""));
        JsonNode pageEditor = page.path("editorConfig");
        boolean pageView = pageEditor.path("mode").asString("edit").equals("view");
        required(page, token, pageView);
        JsonNode shown = page.path("document").path("permissions");
        if (!token.path("document").path("permissions").equals(shown.isMissingNode() ? Json.object() : shown)) {
            throw OpenRefusedException.accessDenied();
        }
        if (!isKey(token.path("document").path("key").asString(""))) {
            throw OpenRefusedException.accessDenied();
        }
        boolean tokenView =
                token.path("editorConfig").path("mode").asString("edit").equals("view");
        return OpenConfig.of(page, token, pageView || tokenView, "uid-" + UUID.randomUUID());
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    private ObjectNode token(String token) throws OpenRefusedException {
        try {
            return Jwt.verify(
                    token, world.settings().now().secret(), world.clock().instant());
        } catch (JwtException e) {
            throw OpenRefusedException.of(e);
        }
    }

    private static void required(JsonNode page, JsonNode token, boolean pageView) throws OpenRefusedException {
        JsonNode document = token.path("document");
        JsonNode editor = token.path("editorConfig");
        boolean complete = OTHER_PURPOSES.stream().noneMatch(token::has)
                && document.path("key").isString()
                && document.path("permissions").isObject()
                && document.path("url").isString()
                && (editor.path("callbackUrl").isString()
                        || page.path("editorConfig").path("callbackUrl").isMissingNode())
                && (pageView || editor.path("mode").isString());
        if (!complete) {
            throw OpenRefusedException.badToken();
        }
    }
}
