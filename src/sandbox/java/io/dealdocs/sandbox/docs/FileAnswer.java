package io.dealdocs.sandbox.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends a file, or the range of it that was asked for. */
final class FileAnswer {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    private final Path file;
    private final String name;
    private long pauseMillis;
    private boolean cut;
    private boolean half;

    private FileAnswer(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    static FileAnswer of(Path file, String name) {
        return new FileAnswer(file, name);
    }

    /** Sends it in pieces of 1 KB with a pause before each. */
    FileAnswer slow(long millis) {
        pauseMillis = millis;
        return this;
    }

    /** Stops in the middle. */
    FileAnswer cut() {
        cut = true;
        return this;
    }

    /** Pretends to be half as long. */
    FileAnswer half() {
        half = true;
        return this;
    }

    void send(Exchange exchange) throws IOException {
        long size = half ? Files.size(file) / 2 : Files.size(file);
        exchange.set("Content-Type", "application/octet-stream");
        exchange.set("Accept-Ranges", "bytes");
        exchange.set(
                "ETag",
                "\"" + Long.toHexString(Files.getLastModifiedTime(file).toMillis()) + "-" + Long.toHexString(size)
                        + "\"");
        exchange.set(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        long[] range = range(exchange.header("Range"), size);
        if (range[0] > range[1] && size > 0) {
            exchange.set("Content-Range", "bytes */" + size);
            exchange.empty(416);
            return;
        }
        boolean part = range[1] - range[0] + 1 < size;
        if (part) {
            exchange.set("Content-Range", "bytes " + range[0] + "-" + range[1] + "/" + size);
        }
        body(exchange, part ? 206 : 200, range[0], range[1] - range[0] + 1);
    }

    private void body(Exchange exchange, int status, long from, long length) throws IOException {
        if (exchange.method().equals("HEAD")) {
            exchange.set("Content-Length", String.valueOf(length));
            exchange.empty(status);
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            OutputStream out = exchange.begin(status, length == 0 ? -1 : length);
            copy(in, out, cut ? length / 2 : length);
        }
        if (cut) {
            exchange.cut();
        }
    }

    private void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[pauseMillis > 0 ? 1024 : 16 * 1024];
        long left = length;
        while (left > 0) {
            slowDown(out);
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
            left -= read;
        }
        out.flush();
    }

    private void slowDown(OutputStream out) throws IOException {
        if (pauseMillis > 0) {
            out.flush();
            Timers.pause(Duration.ofMillis(pauseMillis));
        }
    }

    /** First and last byte; the first behind the last if the range cannot be satisfied. */
    private static long[] range(@Nullable String header, long size) {
        Matcher m = RANGE.matcher(header == null ? "" : header);
        if (!m.matches() || (m.group(1).isEmpty() && m.group(2).isEmpty())) {
            return new long[] {0, size - 1};
        }
        if (m.group(1).isEmpty()) {
            return new long[] {Math.max(0, size - Long.parseLong(m.group(2))), size - 1};
        }
        long last = m.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(m.group(2)));
        return new long[] {Long.parseLong(m.group(1)), last};
    }
}
