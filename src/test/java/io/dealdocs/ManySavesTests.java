package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.ContentStore;
import io.dealdocs.documents.StoredContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many contents at once neither fail nor take the connections that pages and the queue need. */
class ManySavesTests extends WholeApplication {

    private static final int MANY = 40;

    @Autowired
    private ContentStore store;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource pool;

    @Autowired
    private TransactionTemplate transaction;

    @Value("${spring.datasource.hikari.connection-timeout}")
    private long connectionTimeout;

    @Test
    void whileTheDatabaseIsSlowWithContentsEverybodyElseIsServedAndNoSaveFails() throws Exception {
        List<Future<StoredContent>> saves = new ArrayList<>();
        try (ExecutorService docs = Executors.newVirtualThreadPerTaskExecutor()) {
            try (Connection slow = pool.getConnection();
                    Statement statement = slow.createStatement()) {
                slow.setAutoCommit(false);
                statement.execute("lock table content_chunk in share mode");
                for (int i = 0; i < MANY; i++) {
                    saves.add(docs.submit(() -> stored(10)));
                }
                await().untilAsserted(() -> assertThat(stuck()).isPositive());
                // Longer than anybody waits for a connection.
                await().during(Duration.ofMillis(connectionTimeout + 1000))
                        .atMost(Duration.ofMillis(connectionTimeout * 3))
                        .untilAsserted(() -> assertThat(stuck()).isBetween(1L, 10L));
                slow.rollback();
                slow.setAutoCommit(true);
            }
        }
        for (Future<StoredContent> save : saves) {
            assertThat(save.get().size()).isEqualTo(10);
            store.discard(save.get().id());
        }
    }

    private StoredContent stored(int size) {
        try {
            return store.store(new ByteArrayInputStream(new byte[size]), size, size);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** How many connections wait for the table; asking takes a connection itself. */
    private long stuck() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query like 'insert into content_chunk%'")
                .query(Long.class)
                .single();
    }

    @Test
    void noContentIsStoredInsideATransactionWhichWouldEndWithoutItsFlush() {
        assertThatIllegalStateException().isThrownBy(() -> transaction.execute(status -> stored(1)));
    }

    @Test
    void whatIsStoredIsFlushedToTheDiskWithAllItsPieces() throws Exception {
        Watched content = new Watched();
        StoredContent stored = store.store(content, -1, 10);
        assertThat(jdbc.sql("select pg_current_wal_flush_lsn() > ?::pg_lsn")
                        .param(content.written)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        store.discard(stored.id());
    }

    /** Notes at its end how far the log was written by then: every piece is in it. */
    private final class Watched extends InputStream {

        private boolean given;
        private String written = "";

        @Override
        public int read() {
            throw new UnsupportedOperationException("nobody reads single bytes");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            written = jdbc.sql("select pg_current_wal_insert_lsn()::text")
                    .query(String.class)
                    .single();
            boolean first = !given;
            given = true;
            return first ? 1 : -1;
        }
    }
}
