package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.ContentId;
import io.dealdocs.documents.ContentStore;
import io.dealdocs.documents.ContentTooLarge;
import io.dealdocs.documents.StoredContent;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contents of any size pass through in pieces, whole or not at all. */
class ContentStoreTests extends WholeApplication {

    private static final int MIB = 1 << 20;
    private static final long LARGE = 100L * MIB + 17;

    @Autowired
    private ContentStore store;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aLargeContentIsStoredWhileItArrives() throws Exception {
        Growing content = new Growing();
        StoredContent stored = store.store(content, LARGE, LARGE);
        assertThat(stored.size()).isEqualTo(LARGE);
        // Never more is on its way than one piece and the one that is being written.
        assertThat(content.mostBehind).isLessThanOrEqualTo(2 * MIB);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream back = store.source(stored).open()) {
            byte[] buffer = new byte[16 * 1024];
            for (int read = back.read(buffer); read >= 0; read = back.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(stored.sha256());
        store.discard(stored.id());
    }

    /** A database that crashed and came back may have forgotten what it was told without a flush. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aContentThatTheDatabaseForgotAPartOfIsNotComplete(int forgotten) {
        byte[] bytes = new byte[3 * MIB];
        InputStream content = new ByteArrayInputStream(bytes) {
            @Override
            public int readNBytes(byte[] target, int offset, int length) {
                if (available() == MIB) {
                    jdbc.sql("delete from content_chunk where number = ? and content_id ="
                                    + " (select id from content order by created_at desc limit 1)")
                            .param(forgotten)
                            .update();
                }
                return super.readNBytes(target, offset, length);
            }
        };
        long before = contents();

        assertThatThrownBy(() -> store.store(content, bytes.length, LARGE)).isInstanceOf(EOFException.class);

        assertThat(contents()).isEqualTo(before);
    }

    /** Watches how much of what it gave away has reached the database. */
    private final class Growing extends InputStream {

        private long given;
        private long mostBehind;

        @Override
        public int read() {
            throw new UnsupportedOperationException("nobody reads single bytes");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (given == LARGE) {
                return -1;
            }
            if (given % (10L * MIB) == 0 && given > 0) {
                mostBehind = Math.max(mostBehind, given - newest());
            }
            long toTen = 10L * MIB - given % (10L * MIB);
            int count = (int) Math.min(Math.min(length, LARGE - given), toTen);
            Arrays.fill(target, offset, offset + count, (byte) (given >> 13));
            given += count;
            return count;
        }

        private long newest() {
            return jdbc.sql("select coalesce(sum(length(bytes)), 0) from content_chunk where content_id ="
                            + " (select id from content where not complete order by created_at desc limit 1)")
                    .query(Long.class)
                    .single();
        }
    }

    @Test
    void anyPartCanBeReadFromAnyOffset() throws Exception {
        byte[] bytes = new byte[2 * MIB + 5];
        new Random(7).nextBytes(bytes);
        StoredContent stored = store.store(new ByteArrayInputStream(bytes), -1, bytes.length);
        for (int offset : new int[] {0, 1, MIB - 1, MIB, MIB + 1, 2 * MIB, 2 * MIB + 4, bytes.length}) {
            try (InputStream part = store.open(stored.id(), offset)) {
                assertThat(part.readAllBytes())
                        .as("from %d", offset)
                        .isEqualTo(Arrays.copyOfRange(bytes, offset, bytes.length));
            }
        }
        assertThat(jdbc.sql("select count(*) from content_chunk where content_id = ?")
                        .param(stored.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whatDiffersFromItsAnnouncementIsRefusedAndLeavesNothing() {
        long before = contents();
        assertThatThrownBy(() -> store.store(new ByteArrayInputStream(new byte[9]), 10, 100))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> store.store(new ByteArrayInputStream(new byte[11]), 10, 100))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> store.store(new ByteArrayInputStream(new byte[101]), -1, 100))
                .isInstanceOfSatisfying(
                        ContentTooLarge.class,
                        tooLarge -> assertThat(tooLarge.limit()).isEqualTo(100));
        assertThatThrownBy(() -> store.store(breakingOff(), -1, 100)).hasMessage("told to break");
        assertThat(contents()).isEqualTo(before);
    }

    private static InputStream breakingOff() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("told to break");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
    }

    private long contents() {
        return jdbc.sql("select count(*) from content").query(Long.class).single();
    }

    @Test
    void onlyWhatIsOldAndBelongsToNoVersionIsSwept() throws Exception {
        ContentId orphan = content(true);
        ContentId brokenOff = content(true);
        jdbc.sql("update content set complete = false where id = ?")
                .param(brokenOff.value())
                .update();
        ContentId young = content(false);
        ContentId kept = content(true);
        ContentId archive = content(true);
        version(kept, archive);
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'content-sweep'")
                .update();
        await().atMost(Duration.ofSeconds(20)).until(() -> !there(orphan) && !there(brokenOff));
        assertThat(there(young)).isTrue();
        assertThat(there(kept)).isTrue();
        assertThat(there(archive)).isTrue();
        assertThat(jdbc.sql("select count(*) from content_chunk where content_id = ?")
                        .param(orphan.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private ContentId content(boolean old) throws IOException {
        ContentId id = store.store(new ByteArrayInputStream(new byte[3]), 3, 3).id();
        Instant created = Instant.now().minus(Duration.ofHours(old ? 25 : 23));
        jdbc.sql("update content set created_at = ? where id = ?")
                .params(Timestamp.from(created), id.value())
                .update();
        return id;
    }

    private void version(ContentId content, ContentId changes) {
        UUID document = UUID.randomUUID();
        jdbc.sql("insert into company (id, name, domain, api_domain, connected_at)"
                        + " values (7, 'Swept', 'swept', 'http://127.0.0.1:1', now()) on conflict do nothing")
                .update();
        jdbc.sql("insert into document (id, company_id, subject_kind, subject_id, name, created_by, created_at)"
                        + " values (?, 7, 'DEAL', 1, 'swept.docx', 1, now())")
                .param(document)
                .update();
        jdbc.sql("insert into version (document_id, number, origin, content_id, size, sha256, author_name, created_at,"
                        + " changes_id) values (?, 1, 'IMPORTED', ?, 3, '', '', now(), ?)")
                .params(document, content.value(), changes.value())
                .update();
    }

    private boolean there(ContentId content) {
        return jdbc.sql("select count(*) from content where id = ?")
                        .param(content.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
