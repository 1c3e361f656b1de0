package io.dealdocs.pipedrive;

import io.dealdocs.shared.ContentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of an upload, framed by ourselves so that its length is known before its content is read. */
final class MultipartForm {

    private static final int SLICE = 16 * 1024;
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(; ?[ -~]+)?");

    private final String boundary;
    private final byte[] head;
    private final byte[] tail;
    private final ContentSource content;
    private volatile @Nullable Exception sourceFailure;

    MultipartForm(NewPipedriveFile file) {
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        boundary = "DealDocs-" + HexFormat.of().formatHex(random);
        head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"deal_id\"\r\n\r\n" + file.deal()
                        + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + escaped(file.name()) + "\"\r\nContent-Type: " + mediaType(file.mediaType()) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        content = file.content();
    }

    /** As browsers write a file's name into a form: raw UTF-8, only what would break the frame is escaped. */
    static String escaped(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String mediaType(String wanted) {
        return MEDIA_TYPE.matcher(wanted).matches() ? wanted : "application/octet-stream";
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    long length() {
        return head.length + content.size() + tail.length;
    }

    /** Writes everything; a content of another length than announced is a failure of the source. */
    void writeTo(OutputStream out) throws IOException {
        out.write(head);
        try (InputStream in = open()) {
            copy(in, out);
        }
        out.write(tail);
    }

    /** What went wrong on our own side of the content, if anything did. */
    @Nullable Exception sourceFailure() {
        return sourceFailure;
    }

    private InputStream open() throws IOException {
        try {
            return content.open();
        } catch (IOException | RuntimeException e) {
            sourceFailure = e;
            throw e;
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] slice = new byte[SLICE];
        long left = content.size();
        while (left > 0) {
            int count = read(in, slice, (int) Math.min(SLICE, left));
            out.write(slice, 0, count);
            left -= count;
        }
    }

    private int read(InputStream in, byte[] slice, int most) throws IOException {
        try {
            int count = in.read(slice, 0, most);
            if (count < 0) {
                throw new IOException("the content is shorter than announced");
            }
            return count;
        } catch (IOException | RuntimeException e) {
            sourceFailure = e;
            throw e;
        }
    }
}
