package io.dealdocs.editing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/** Answers a request for a content of known size: whole, its head alone, or one range of it. */
final class RangedAnswer {

    private static final int BUFFER = 16 * 1024;

    private final long size;
    private final Content content;

    /** Opens the content at an offset. */
    interface Content {
        InputStream from(long offset) throws IOException;
    }

    RangedAnswer(long size, Content content) {
        this.size = size;
        this.content = content;
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        HttpRange range = range(request.getHeader(HttpHeaders.RANGE));
        long start = range == null ? 0 : range.getRangeStart(size);
        long end = range == null ? size - 1 : range.getRangeEnd(size);
        if (start >= size && size > 0) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (range != null) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + start + "-" + end + "/" + size);
        }
        response.setContentLengthLong(end - start + 1);
        if (!request.getMethod().equals("HEAD")) {
            copy(start, end - start + 1, response.getOutputStream());
        }
    }

    // Several ranges, or nonsense, are answered with the whole: that is always allowed.
    private static @Nullable HttpRange range(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    private void copy(long start, long length, OutputStream target) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        try (InputStream source = content.from(start)) {
            while (left > 0) {
                int read = source.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("the stored content is shorter than its record says");
                }
                target.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
