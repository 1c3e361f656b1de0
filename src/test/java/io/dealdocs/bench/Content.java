package io.dealdocs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/**
 * Bytes of any length that take no room and cannot be compressed; no two seeds have the same. They begin and end like a
 * zip archive, as what people save does.
 *
 * @param size in bytes, a hundred or more
 */
record Content(long seed, long size) {

    private static final int BLOCK = 1 << 20;
    private static final byte[] NOISE = noise();
    private static final int LOCAL_FILE = 0x504b0304;
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int DIRECTORY_END_SIZE = 22;
    private static final int DIRECTORY_START_AT = 16;

    private static byte[] noise() {
        byte[] bytes = new byte[BLOCK];
        new Random(42).nextBytes(bytes);
        return bytes;
    }

    InputStream open() {
        return open(0, size);
    }

    /** The bytes from one position to before another. */
    InputStream open(long from, long to) {
        byte[] seeded = beginning();
        return new InputStream() {
            private long position = from;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (position == to) {
                    return -1;
                }
                long end = size - DIRECTORY_END_SIZE;
                int count;
                if (position < seeded.length) {
                    count = copied(seeded, (int) position, target, offset, Math.min(length, to - position));
                } else if (position >= end) {
                    count = copied(ending(), (int) (position - end), target, offset, Math.min(length, to - position));
                } else {
                    long most = Math.min(length, Math.min(to, end) - position);
                    count = copied(NOISE, (int) (position % BLOCK), target, offset, most);
                }
                position += count;
                return count;
            }
        };
    }

    private static int copied(byte[] source, int start, byte[] target, int offset, long most) {
        int count = (int) Math.min(most, source.length - start);
        System.arraycopy(source, start, target, offset, count);
        return count;
    }

    /** An archive's record of its directory, which is empty here and would begin where the record does. */
    private byte[] ending() {
        return ByteBuffer.allocate(DIRECTORY_END_SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(DIRECTORY_END)
                .putInt(DIRECTORY_START_AT, (int) (size - DIRECTORY_END_SIZE))
                .array();
    }

    /** The first bytes, which only this content has. */
    byte[] beginning() {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(LOCAL_FILE)
                .putLong(seed)
                .array();
    }

    String sha256() {
        return sha256(open());
    }

    /** The SHA-256 of everything a stream still has, in hexadecimal. */
    static String sha256(InputStream bytes) {
        try (bytes) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
