package io.dealdocs.documents;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/** Reads a content chunk by chunk, each by a short query of its own, holding one at a time. */
final class ChunkInputStream extends InputStream {

    private final IntFunction<byte[]> chunks;
    private int next;
    private byte[] current;
    private int position;

    /** A chunk function answers an empty array past the end. */
    ChunkInputStream(IntFunction<byte[]> chunks, int first, int skip) {
        this.chunks = chunks;
        this.current = chunks.apply(first);
        this.next = first + 1;
        this.position = Math.min(skip, current.length);
    }

    @Override
    public int read() {
        return exhausted() ? -1 : current[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (exhausted()) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean exhausted() {
        if (position == current.length && current.length > 0) {
            current = chunks.apply(next++);
            position = 0;
        }
        return current.length == 0;
    }
}
