package io.dealdocs.documents;

import io.dealdocs.shared.ContentSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contents as chunk rows of 1 MiB in PostgreSQL; each chunk is a short transaction of its own. */
@Repository
class JdbcContentStore implements ContentStore {

    static final int CHUNK_BYTES = 1 << 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcContentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public StoredContent store(InputStream content, long size, long limit) throws IOException {
        ContentId id = ContentId.random();
        jdbc.sql("insert into content (id, created_at) values (:id, :now)")
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        try {
            StoredContent stored = copy(content, id, limit);
            if (size >= 0 && stored.size() != size) {
                throw new EOFException("content of " + stored.size() + " bytes where " + size + " were announced");
            }
            complete(stored);
            return stored;
        } catch (IOException | RuntimeException broken) {
            discardQuietly(id, broken);
            throw broken;
        }
    }

    private StoredContent copy(InputStream content, ContentId id, long limit) throws IOException {
        MessageDigest digest = sha256();
        long total = 0;
        int number = 0;
        byte[] chunk = content.readNBytes(CHUNK_BYTES);
        while (chunk.length > 0) {
            total += chunk.length;
            if (total > limit) {
                throw new ContentTooLarge(limit);
            }
            digest.update(chunk);
            insert(id, number++, chunk);
            chunk = content.readNBytes(CHUNK_BYTES);
        }
        return new StoredContent(id, total, HexFormat.of().formatHex(digest.digest()));
    }

    private void insert(ContentId id, int number, byte[] chunk) {
        jdbc.sql("insert into content_chunk (content_id, number, bytes) values (:id, :number, :bytes)")
                .param("id", id.value())
                .param("number", number)
                .param("bytes", chunk)
                .update();
    }

    private void complete(StoredContent stored) {
        jdbc.sql("update content set complete = true, size = :size, sha256 = :sha where id = :id")
                .param("size", stored.size())
                .param("sha", stored.sha256())
                .param("id", stored.id().value())
                .update();
    }

    private void discardQuietly(ContentId id, Exception reason) {
        try {
            discard(id);
        } catch (RuntimeException sweptLater) {
            reason.addSuppressed(sweptLater);
        }
    }

    @Override
    public ContentSource source(StoredContent content) {
        return new ContentSource() {
            @Override
            public long size() {
                return content.size();
            }

            @Override
            public InputStream open() {
                return JdbcContentStore.this.open(content.id(), 0);
            }
        };
    }

    @Override
    public InputStream open(ContentId content, long offset) {
        int number = Math.toIntExact(offset / CHUNK_BYTES);
        int skip = Math.toIntExact(offset % CHUNK_BYTES);
        return new ChunkInputStream(n -> chunk(content, n), number, skip);
    }

    private byte[] chunk(ContentId content, int number) {
        return jdbc.sql("select bytes from content_chunk where content_id = :id and number = :number")
                .param("id", content.value())
                .param("number", number)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
    }

    @Override
    public void discard(ContentId content) {
        jdbc.sql("delete from content where id = :id")
                .param("id", content.value())
                .update();
    }

    /** Drops what is older than this and belongs to no version; answers how many contents that were. */
    int sweep(Instant before) {
        return jdbc.sql("""
                delete from content c where c.created_at < :before
                   and not exists (select 1 from version v where v.content_id = c.id)
                   and not exists (select 1 from version v where v.changes_id = c.id)
                """).param("before", Timestamp.from(before)).update();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is part of every JDK", missing);
        }
    }
}
