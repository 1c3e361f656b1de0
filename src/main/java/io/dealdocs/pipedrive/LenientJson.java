package io.dealdocs.pipedrive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * JSON read the way Pipedrive writes it: any field may be absent, null or empty, and a number may be a text (pipedrive
 * contract, section 3).
 */
record LenientJson(JsonNode node) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter V1_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Set<String> YES = Set.of("true", "1");
    private static final Set<String> NO = Set.of("false", "0");

    /** Reads a body; what is no JSON has no fields. */
    static LenientJson of(byte[] body) {
        try {
            return new LenientJson(MAPPER.readTree(body));
        } catch (JacksonException e) {
            return new LenientJson(MissingNode.getInstance());
        }
    }

    boolean isObject() {
        return node.isObject();
    }

    LenientJson at(String field) {
        return new LenientJson(node.path(field));
    }

    /** The entries of an array, or none where it is anything else. */
    List<LenientJson> entries() {
        return node.isArray() ? node.values().stream().map(LenientJson::new).toList() : List.of();
    }

    /** The values of an object's fields, or none where it is anything else. */
    List<LenientJson> values() {
        return node.isObject() ? node.values().stream().map(LenientJson::new).toList() : List.of();
    }

    /** A field's text; empty where there is none. */
    String text(String field) {
        return at(field).text();
    }

    String text() {
        return node.isValueNode() && !node.isNull() ? node.asString("") : "";
    }

    /** A field's whole number; 0 where there is none. */
    long number(String field) {
        try {
            return Long.parseLong(text(field).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    boolean flag(String field, boolean otherwise) {
        String text = text(field).strip().toLowerCase(Locale.ROOT);
        return YES.contains(text) || (otherwise && !NO.contains(text));
    }

    /** A field's time, in v1's words (UTC) or as RFC 3339. */
    @Nullable Instant time(String field) {
        String text = text(field).strip();
        try {
            return text.length() == 19 && text.charAt(10) == ' '
                    ? LocalDateTime.parse(text, V1_TIME).toInstant(ZoneOffset.UTC)
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "LenientJson";
    }
}
