package io.dealdocs.sandbox.pipedrive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads multipart/form-data as it streams by, with a buffer of a fixed size. */
final class Multipart {
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int begin;
    private int end;

    Multipart(InputStream in, String boundary) {
        this.in = in;
        delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
        // The first delimiter has no line break before it: give it one.
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
    }

    /** Goes to the first part; what stands before it is dropped. */
    boolean first() throws IOException {
        copyContent(OutputStream.nullOutputStream(), Long.MAX_VALUE);
        return next();
    }

    /** After a delimiter: whether another part follows. */
    boolean next() throws IOException {
        return !line().startsWith("--");
    }

    /** The head of a part. */
    PartHeader header() throws IOException {
        PartHeader header = PartHeader.EMPTY;
        for (String line = line(); !line.isEmpty(); line = line()) {
            header = header.with(line);
        }
        return header;
    }

    /**
     * Copies the content of a part and consumes the delimiter after it.
     *
     * @param limit most bytes to copy; the rest is read and dropped
     * @return how many bytes the part has, dropped ones counted in
     */
    long copyContent(OutputStream out, long limit) throws IOException {
        long size = 0;
        while (true) {
            int at = find();
            int ready = at >= 0 ? at - begin : Math.max(0, end - begin - delimiter.length + 1);
            int wanted = Math.clamp(limit - size, 0, ready);
            out.write(buffer, begin, wanted);
            size += ready;
            begin += ready;
            if (at >= 0) {
                begin += delimiter.length;
                return size;
            }
            fill();
        }
    }

    private int find() {
        for (int i = begin; i <= end - delimiter.length; i++) {
            if (buffer[i] == '\r' && Arrays.equals(buffer, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
                return i;
            }
        }
        return -1;
    }

    private String line() throws IOException {
        for (int searched = begin; ; ) {
            for (int i = searched; i + 1 < end; i++) {
                if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
                    String line = new String(buffer, begin, i - begin, StandardCharsets.UTF_8);
                    begin = i + 2;
                    return line;
                }
            }
            if (end - begin > LONGEST_LINE) {
                throw new IOException("A header line of the upload is too long");
            }
            if (end - begin >= 2 && buffer[begin] == '-' && buffer[begin + 1] == '-') {
                // The closing delimiter need not be followed by a line break.
                return "--";
            }
            fill();
            searched = begin;
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        end -= begin;
        begin = 0;
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("The upload ends in the middle of a part");
        }
        end += read;
    }
}
