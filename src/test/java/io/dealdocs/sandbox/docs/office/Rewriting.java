package io.dealdocs.sandbox.docs.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A document that is changed and written again, with both files to compare. */
final class Rewriting {

    private static final Author ADA = new Author("u1", "Ada");

    final Path before;
    final Path after;
    private final Content content;

    private Rewriting(Path before, Path after, Content content) {
        this.before = before;
        this.after = after;
        this.content = content;
    }

    static Rewriting of(Path folder, byte[] file, String type) throws IOException, UnreadableFileException {
        Path before = Files.write(folder.resolve("before." + type), file);
        return new Rewriting(before, folder.resolve("after." + type), Contents.read(before, type));
    }

    Content content() {
        return content;
    }

    Rewriting text(String block, String text) {
        return apply(Change.Kind.TEXT, block, "", text, ADA, false);
    }

    Rewriting suggest(String block, String text) {
        return apply(Change.Kind.TEXT, block, "", text, new Author("u2", "Ben"), true);
    }

    Rewriting add(String id, String after, String text) {
        return apply(Change.Kind.ADD, id, after, text, ADA, false);
    }

    private Rewriting apply(Change.Kind kind, String block, String after, String text, Author by, boolean tracked) {
        content.apply(new Change(kind, block, after, text, by, tracked, Instant.EPOCH));
        return this;
    }

    Rewriting write() throws IOException {
        try (OutputStream out = Files.newOutputStream(after)) {
            content.freeze().write(before, out);
        }
        return this;
    }

    /** Says that only these parts differ, in bytes and not only in meaning. */
    void changesOnly(String... parts) throws IOException {
        Map<String, byte[]> old = parts(before);
        Map<String, byte[]> now = parts(after);
        assertThat(now.keySet()).isEqualTo(old.keySet());
        List<String> changed = old.keySet().stream()
                .filter(name -> !Arrays.equals(old.get(name), now.get(name)))
                .toList();
        assertThat(changed).containsExactlyInAnyOrder(parts);
    }

    String part(String name) throws IOException {
        return new String(parts(after).getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    String partBefore(String name) throws IOException {
        return new String(parts(before).getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }
}
