package io.dealdocs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/**
 * Bytes of any length that take no room and cannot be compressed; no two seeds have the same.
 *
 * @param size in bytes
 */
record Content(long seed, long size) {

    private static final int BLOCK = 1 << 20;
    private static final byte[] NOISE = noise();

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
                byte[] source = position < Long.BYTES ? seeded : NOISE;
                int start = (int) (position % BLOCK);
                int count = (int) Math.min(Math.min(length, source.length - start), to - position);
                System.arraycopy(source, start, target, offset, count);
                position += count;
                return count;
            }
        };
    }

    /** The first bytes, which only this content has. */
    byte[] beginning() {
        return ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
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
