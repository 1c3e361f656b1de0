package io.dealdocs.documents;

import io.dealdocs.shared.ContentSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contents as chunk rows of 1 MiB in PostgreSQL; each chunk is a short transaction of its own. */
@Repository
class JdbcContentStore implements ContentStore {

    static final int CHUNK_BYTES = 1 << 20;

    /**
     * Lets the transaction of the statement that ends with this commit without waiting for the disk. What is lost in a
     * crash is always an end of the log: the commit that completes a content comes later in it than those of its rows, is
     * flushed, and the log before it with it, on this node and on a synchronous standby. Where the database crashes and
     * comes back while a content is being written, chunks may be lost that we believe it has: so a content is completed
     * only when all are there. One that was not completed was never acknowledged, and is swept. Ten chunks cost one
     * flush, not twelve.
     * A turn is never inside a transaction of somebody else, which would end without its flush.
     */
    private static final String UNFLUSHED = " from set_config('synchronous_commit', 'off', true)";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ContentTurns turns;

    JdbcContentStore(JdbcClient jdbc, Clock clock, ContentTurns turns) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.turns = turns;
    }

    @Override
    public StoredContent store(InputStream content, long size, long limit) throws IOException {
        ContentId id = ContentId.random();
        begin(id);
        try {
            StoredContent stored = copy(content, id, room(size), limit);
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

    private void begin(ContentId id) {
        turns.take(() -> jdbc.sql("insert into content (id, created_at) select :id, :now" + UNFLUSHED)
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }

    /** Room for one chunk, and no more than the content is said to need. */
    private static byte[] room(long size) {
        return new byte[size < 0 ? CHUNK_BYTES : Math.clamp(size, 1, CHUNK_BYTES)];
    }

    private StoredContent copy(InputStream content, ContentId id, byte[] room, long limit) throws IOException {
        MessageDigest digest = Sha256.digest();
        long total = 0;
        int number = 0;
        int filled = content.readNBytes(room, 0, room.length);
        while (filled > 0) {
            total += filled;
            if (total > limit) {
                throw new ContentTooLarge(limit);
            }
            digest.update(room, 0, filled);
            insert(id, number++, filled == room.length ? room : Arrays.copyOf(room, filled));
            filled = content.readNBytes(room, 0, room.length);
        }
        return new StoredContent(id, total, HexFormat.of().formatHex(digest.digest()));
    }

    private void insert(ContentId id, int number, byte[] chunk) {
        turns.take(() -> jdbc.sql(
                        "insert into content_chunk (content_id, number, bytes) select :id, :number, :bytes" + UNFLUSHED)
                .param("id", id.value())
                .param("number", number)
                .param("bytes", chunk)
                .update());
    }

    /** Durable when it returns, and every chunk with it: see {@link #UNFLUSHED}. */
    private void complete(StoredContent stored) throws EOFException {
        int completed = turns.take(() -> jdbc.sql("""
            update content set complete = true, size = :size, sha256 = :sha where id = :id
               and :chunks = (select count(*) from content_chunk where content_id = :id)
            """)
                .param("size", stored.size())
                .param("sha", stored.sha256())
                .param("chunks", Math.ceilDiv(stored.size(), (long) CHUNK_BYTES))
                .param("id", stored.id().value())
                .update());
        if (completed == 0) {
            throw new EOFException("the database has lost a part of content " + stored.id() + " in a crash");
        }
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
            public InputStream open() throws IOException {
                return chunked(content, 0);
            }
        };
    }

    @Override
    public InputStream open(ContentId content, long offset) throws IOException {
        return chunked(find(content), offset);
    }

    private StoredContent find(ContentId content) throws ContentDamaged {
        return jdbc.sql("select size, sha256 from content where id = :id and complete")
                .param("id", content.value())
                .query((row, n) -> new StoredContent(content, row.getLong("size"), row.getString("sha256")))
                .optional()
                .orElseThrow(() -> new ContentDamaged(content, "it is not there"));
    }

    private InputStream chunked(StoredContent content, long offset) throws ContentDamaged {
        return new ChunkInputStream(content, number -> chunk(content.id(), number), offset);
    }

    private byte[] chunk(ContentId content, int number) {
        return turns.take(() -> jdbc.sql("select bytes from content_chunk where content_id = :id and number = :number")
                .param("id", content.value())
                .param("number", number)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]));
    }

    @Override
    public void discard(ContentId content) {
        jdbc.sql("delete from content where id = :id")
                .param("id", content.value())
                .update();
    }

    /** Drops those of these contents that no version refers to any more: versions may share one. */
    void discardUnused(Collection<ContentId> contents) {
        jdbc.sql("""
            delete from content c where c.id = any(:ids)
               and not exists (select 1 from version v where v.content_id = c.id)
               and not exists (select 1 from version v where v.changes_id = c.id)
            """)
                .param("ids", contents.stream().map(ContentId::value).toArray(UUID[]::new))
                .update();
    }

    /**
     * Leaves those of these contents that no version refers to any more to the sweep: whoever has begun to read one reads
     * it to the end.
     */
    void setAside(Collection<ContentId> contents) {
        jdbc.sql("""
            update content c set set_aside_at = :now where c.id = any(:ids)
               and not exists (select 1 from version v where v.content_id = c.id)
               and not exists (select 1 from version v where v.changes_id = c.id)
            """)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", contents.stream().map(ContentId::value).toArray(UUID[]::new))
                .update();
    }

    /**
     * Drops what is older than this, was not set aside since, and belongs to no version; answers how many contents that
     * were.
     */
    int sweep(Instant before) {
        return jdbc.sql("""
            delete from content c where c.created_at < :before
               and (c.set_aside_at is null or c.set_aside_at < :before)
               and not exists (select 1 from version v where v.content_id = c.id)
               and not exists (select 1 from version v where v.changes_id = c.id)
            """).param("before", Timestamp.from(before)).update();
    }
}
