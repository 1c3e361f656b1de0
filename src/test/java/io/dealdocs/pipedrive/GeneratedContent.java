package io.dealdocs.pipedrive;

import io.dealdocs.shared.ContentSource;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** A content that nobody holds: its bytes follow from their position, on both sides of the wire. */
record GeneratedContent(long size, AtomicInteger largestRead) implements ContentSource {

    static GeneratedContent of(long size) {
        return new GeneratedContent(size, new AtomicInteger());
    }

    static byte at(long position) {
        return (byte) (position ^ (position >> 13));
    }

    @Override
    public InputStream open() {
        return new InputStream() {
            private long position;

            @Override
            public int read() {
                return position == size ? -1 : at(position++) & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                largestRead.accumulateAndGet(length, Math::max);
                int count = (int) Math.min(length, size - position);
                for (int i = 0; i < count; i++) {
                    target[offset + i] = at(position++);
                }
                return count == 0 && length > 0 ? -1 : count;
            }
        };
    }
}
