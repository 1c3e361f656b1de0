package io.dealdocs.documents;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a content chunk by chunk, each by a short query of its own, holding one at a time. Every chunk has the length it
 * must have. A reader that began in the first chunk gets the last one only when the SHA-256 of the whole is right: nobody
 * who counts bytes instead of waiting for the end may take a damaged content for whole.
 */
final class ChunkInputStream extends InputStream {

    private static final Logger log = LoggerFactory.getLogger(ChunkInputStream.class);

    private final StoredContent content;
    private final IntFunction<byte[]> chunks;
    private final int count;
    private final MessageDigest digest = Sha256.digest();
    private final boolean whole;
    private int next;
    private byte[] current = new byte[0];
    private int position;

    /**
     * Opens a content at an offset.
     *
     * @param chunks answers an empty array for a chunk that is not there
     */
    ChunkInputStream(StoredContent content, IntFunction<byte[]> chunks, long offset) throws ContentDamaged {
        this.content = content;
        this.chunks = chunks;
        count = Math.toIntExact(Math.ceilDiv(content.size(), JdbcContentStore.CHUNK_BYTES));
        next = Math.toIntExact(offset / JdbcContentStore.CHUNK_BYTES);
        whole = next == 0;
        if (whole && count == 0) {
            checkDigest();
        }
        if (next < count) {
            load();
            position = Math.toIntExact(Math.min(offset % JdbcContentStore.CHUNK_BYTES, current.length));
        }
    }

    @Override
    public int read() throws IOException {
        return exhausted() ? -1 : current[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (exhausted()) {
            return -1;
        }
        int taken = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, taken);
        position += taken;
        return taken;
    }

    private boolean exhausted() throws ContentDamaged {
        if (position == current.length && next < count) {
            load();
            position = 0;
        }
        return position == current.length;
    }

    private void load() throws ContentDamaged {
        byte[] chunk = chunks.apply(next);
        long due = Math.min(JdbcContentStore.CHUNK_BYTES, content.size() - (long) next * JdbcContentStore.CHUNK_BYTES);
        if (chunk.length != due) {
            throw damaged("chunk " + next + " has " + chunk.length + " bytes instead of " + due);
        }
        next++;
        if (whole) {
            digest.update(chunk);
            if (next == count) {
                checkDigest();
            }
        }
        current = chunk;
    }

    private void checkDigest() throws ContentDamaged {
        if (!HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
            throw damaged("its SHA-256 differs");
        }
    }

    private ContentDamaged damaged(String how) {
        ContentDamaged damage = new ContentDamaged(content.id(), how);
        log.error("Stored {}", damage.getMessage());
        return damage;
    }
}
