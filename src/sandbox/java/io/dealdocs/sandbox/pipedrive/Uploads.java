package io.dealdocs.sandbox.pipedrive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a multipart upload from the wire to the disk. */
final class Uploads {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final long FRAMING = 64 * 1024;

    private final World world;

    Uploads(World world) {
        this.world = world;
    }

    /**
     * What came in.
     *
     * @param fields the plain fields
     * @param fileName name of the file part
     * @param content where its bytes lie; the caller moves or deletes it
     */
    record Upload(Map<String, String> fields, String fileName, Path content) {}

    Upload receive(Request request) throws IOException {
        checkLength(request);
        Multipart parts = new Multipart(request.body(), boundary(request));
        Incoming incoming = new Incoming();
        try {
            for (boolean more = parts.first(); more; more = parts.next()) {
                incoming.take(parts);
            }
            return incoming.upload();
        } catch (IOException | RuntimeException e) {
            incoming.drop();
            throw e;
        }
    }

    private void checkLength(Request request) {
        if (request.contentLength().isEmpty() && !world.faults().is(Switch.ACCEPTS_CHUNKED_UPLOAD)) {
            throw new Refusal(Answers.application(411, "Content-Length is required"));
        }
        long limit = world.faults().limits().fileSize();
        if (request.contentLength().orElse(0) > limit + FRAMING) {
            throw new Refusal(tooLarge());
        }
    }

    private Answer tooLarge() {
        int status = world.faults().is(Switch.TOO_LARGE_IS_BAD_REQUEST) ? 400 : 413;
        return Answers.application(status, "File size is limited");
    }

    private static String boundary(Request request) {
        Matcher matcher = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!request.contentType().equals("multipart/form-data") || !matcher.find()) {
            throw new Refusal(Answers.application(400, "File is required: content must be multipart/form-data"));
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    /** The parts seen so far. */
    private final class Incoming {
        private final Map<String, String> fields = new LinkedHashMap<>();
        private Optional<String> fileName = Optional.empty();
        private @Nullable Path content;

        void take(Multipart parts) throws IOException {
            PartHeader header = parts.header();
            if (header.name().equals("file") && content == null) {
                takeFile(header, parts);
            } else {
                var value = new ByteArrayOutputStream();
                long _ = parts.copyContent(value, FRAMING);
                fields.put(header.name(), value.toString(StandardCharsets.UTF_8));
            }
        }

        private void takeFile(PartHeader header, Multipart parts) throws IOException {
            boolean extended = world.faults().is(Switch.UNDERSTANDS_EXTENDED_FILE_NAME);
            fileName =
                    extended && header.extendedFileName().isPresent() ? header.extendedFileName() : header.fileName();
            Path scratch = world.blobs().scratch();
            content = scratch;
            long limit = world.faults().limits().fileSize();
            try (OutputStream out = Files.newOutputStream(scratch)) {
                if (parts.copyContent(out, limit) > limit) {
                    throw new Refusal(tooLarge());
                }
            }
        }

        Upload upload() {
            Path file = content;
            String name = fileName.filter(text -> !text.isBlank())
                    .orElseThrow(() -> new Refusal(Answers.application(400, "File is required")));
            if (file == null) {
                throw new Refusal(Answers.application(400, "File is required"));
            }
            boolean mangle = world.faults().is(Switch.MANGLES_FILE_NAMES);
            return new Upload(fields, mangle ? name.replaceAll("[^\\x20-\\x7e]", "_") : name, file);
        }

        void drop() throws IOException {
            if (content != null) {
                Files.deleteIfExists(content);
            }
        }
    }
}
