package io.dealdocs.onlyoffice;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a callback from verified claims; only key and status must be right, the rest is taken where it makes sense. */
final class CallbackReader {

    private static final int EDITING = 1;
    private static final int READY_TO_SAVE = 2;
    private static final int SAVE_FAILED = 3;
    private static final int CLOSED_UNCHANGED = 4;
    private static final int FORCE_SAVED = 6;
    private static final int FORCE_SAVE_FAILED = 7;

    private static final int LEFT = 0;
    private static final int JOINED = 1;

    private CallbackReader() {}

    static Callback read(JsonNode claims) throws InvalidDocsToken {
        var key = text(claims.get("key"))
                .orElseThrow(() -> new InvalidDocsToken("the token was made for another purpose: it has no key"));
        var status = claims.get("status");
        if (status == null || !status.isIntegralNumber() || !status.canConvertToInt()) {
            throw new InvalidDocsToken("the token was made for another purpose: it has no status");
        }
        return of(key, status.intValue(), claims);
    }

    // A 2 or 6 without an address hands over nothing, which is what a failed save is: the document must not seem saved,
    // and refusing the token would hide a true message of the Docs server.
    private static Callback of(String key, int status, JsonNode claims) {
        var file = SavedFileReader.read(claims);
        return switch (status) {
            case EDITING -> editing(key, claims);
            case READY_TO_SAVE ->
                file.<Callback>map(saved -> new Callback.ReadyToSave(key, saved))
                        .orElseGet(() -> new Callback.SaveFailed(key, Optional.empty()));
            case SAVE_FAILED -> new Callback.SaveFailed(key, file);
            case CLOSED_UNCHANGED -> new Callback.ClosedUnchanged(key);
            case FORCE_SAVED ->
                file.<Callback>map(saved -> new Callback.ForceSaved(key, saved, text(claims.get("userdata"))))
                        .orElseGet(() -> new Callback.ForceSaveFailed(key, Optional.empty()));
            case FORCE_SAVE_FAILED -> new Callback.ForceSaveFailed(key, file);
            default -> new Callback.Unknown(key, status);
        };
    }

    /** Whether a callback with these claims has nothing but people's coming and going to tell. */
    static boolean tellsPresence(JsonNode claims) {
        var status = claims.path("status");
        return status.isInt() && (status.intValue() == EDITING || status.intValue() == CLOSED_UNCHANGED);
    }

    // Nobody in is something else than nothing readable about who is in.
    private static Callback editing(String key, JsonNode claims) {
        var joined = acted(claims, JOINED);
        var users = texts(claims.get("users"));
        if (users.isEmpty() && !none(claims.path("users"))) {
            users = joined;
        }
        return users.isEmpty() && !none(claims.path("users"))
                ? new Callback.Unknown(key, EDITING)
                : new Callback.Editing(key, users, joined, acted(claims, LEFT));
    }

    private static boolean none(JsonNode told) {
        return told.isArray() && told.isEmpty();
    }

    private static List<String> acted(JsonNode claims, int type) {
        return elements(claims.get("actions")).stream()
                .filter(action ->
                        action.path("type").isInt() && action.path("type").intValue() == type)
                .flatMap(action -> text(action.get("userid")).stream())
                .toList();
    }

    static List<String> texts(@Nullable JsonNode node) {
        return elements(node).stream()
                .flatMap(element -> text(element).stream())
                .toList();
    }

    static Optional<String> text(@Nullable JsonNode node) {
        return node == null || !node.isString()
                ? Optional.empty()
                : Optional.of(node.stringValue()).filter(text -> !text.isEmpty());
    }

    static List<JsonNode> elements(@Nullable JsonNode node) {
        return node == null || !node.isArray()
                ? List.of()
                : StreamSupport.stream(node.spliterator(), false).toList();
    }
}
