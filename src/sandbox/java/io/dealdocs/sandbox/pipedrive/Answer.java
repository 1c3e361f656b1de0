package io.dealdocs.sandbox.pipedrive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is sent back.
 *
 * @param status HTTP status; 0 cuts the connection without a word
 * @param headers one value each
 * @param body where the bytes come from
 */
record Answer(int status, Map<String, String> headers, Body body) {
    /** The bytes of an answer. */
    sealed interface Body {
        /** Bytes at hand. */
        record Bytes(ByteBuffer content) implements Body {}

        /** A file on disk of a known length. */
        record OnDisk(Path file, long length) implements Body {}
    }

    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), new Body.Bytes(ByteBuffer.wrap(body)));
    }

    static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(int status, JsonNode node) {
        return of(status, "application/json", Json.text(node).getBytes(StandardCharsets.UTF_8));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), new Body.Bytes(ByteBuffer.allocate(0)));
    }

    static Answer redirect(String location) {
        return empty(302).with("Location", location);
    }

    static Answer file(String contentType, Path file, long length) {
        return new Answer(200, Map.of("Content-Type", contentType), new Body.OnDisk(file, length));
    }

    /** No answer at all. */
    static Answer cut() {
        return empty(0);
    }

    boolean isCut() {
        return status == 0;
    }

    Answer with(String name, String value) {
        return with(Map.of(name, value));
    }

    Answer with(Map<String, String> more) {
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }
}
