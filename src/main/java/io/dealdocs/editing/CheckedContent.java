package io.dealdocs.editing;

import io.dealdocs.onlyoffice.DocumentServerException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Looks at the beginning and the end of a result while it passes, and ends only where it is a whole file of its format: a
 * proxy in trouble says 200 too, and its page must not take the place of what people wrote.
 */
final class CheckedContent extends InputStream {

    private final InputStream content;
    private final ContentShape shape;
    private final boolean whole;
    private final byte[] ring = new byte[ContentShape.TAIL];
    private byte[] head = new byte[0];
    private long size;

    /**
     * Wraps a result.
     *
     * @param whole whether it must be whole; what is left of a save that failed need not be
     */
    CheckedContent(InputStream content, ContentShape shape, boolean whole) {
        this.content = content;
        this.shape = shape;
        this.whole = whole;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = content.read(target, offset, length);
        if (read < 0) {
            check();
        } else {
            note(target, offset, read);
        }
        return read;
    }

    private void note(byte[] bytes, int offset, int length) {
        if (head.length < ContentShape.HEAD) {
            int more = Math.min(length, ContentShape.HEAD - head.length);
            head = Arrays.copyOf(head, head.length + more);
            System.arraycopy(bytes, offset, head, head.length - more, more);
        }
        int kept = Math.min(length, ring.length);
        int at = (int) ((size + length - kept) % ring.length);
        int first = Math.min(kept, ring.length - at);
        System.arraycopy(bytes, offset + length - kept, ring, at, first);
        System.arraycopy(bytes, offset + length - kept + first, ring, 0, kept - first);
        size += length;
    }

    private void check() {
        if (size == 0) {
            throw new DocumentServerException.Damaged("the result is empty");
        }
        if (!shape.begins(head)) {
            throw new DocumentServerException.Damaged("the result is no file of its format");
        }
        if (whole && !shape.ends(head, tail(), size)) {
            throw new DocumentServerException.Damaged("the result has no end");
        }
    }

    private byte[] tail() {
        if (size <= ring.length) {
            return Arrays.copyOf(ring, (int) size);
        }
        int end = (int) (size % ring.length);
        byte[] tail = new byte[ring.length];
        System.arraycopy(ring, end, tail, 0, ring.length - end);
        System.arraycopy(ring, 0, tail, ring.length - end, end);
        return tail;
    }
}
