package io.dealdocs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/**
 * What a save takes at the least: reading the result and writing it to PostgreSQL in the same chunks, each committed by
 * itself as the application does it, with the row that makes them a content. No digest, no checks, no version.
 */
final class PlainCopy implements AutoCloseable {

    private static final int CHUNK = 1 << 20;
    private static final String UNFLUSHED = " from set_config('synchronous_commit', 'off', true)";
    private static final String BEGIN = "insert into content (id, created_at) select ?, ?" + UNFLUSHED;
    private static final String CHUNKS =
            "insert into content_chunk (content_id, number, bytes) select ?, ?, ?" + UNFLUSHED;
    private static final String END = "update content set complete = true, size = ?, sha256 = ? where id = ?";
    private static final String NO_DIGEST = "0".repeat(64);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Connection connection;

    PlainCopy(String databaseUrl) throws SQLException {
        connection = DriverManager.getConnection(databaseUrl, "postgres", "postgres");
    }

    /** Copies once and answers how long it took, in nanoseconds. */
    long run(URI source) throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        UUID id = UUID.randomUUID();
        HttpResponse<InputStream> answer =
                http.send(HttpRequest.newBuilder(source).build(), HttpResponse.BodyHandlers.ofInputStream());
        update(BEGIN, id, Timestamp.from(Instant.now()));
        long size = 0;
        try (InputStream body = answer.body()) {
            int number = 0;
            for (byte[] chunk = body.readNBytes(CHUNK); chunk.length > 0; chunk = body.readNBytes(CHUNK)) {
                update(CHUNKS, id, number++, chunk);
                size += chunk.length;
            }
        }
        update(END, size, NO_DIGEST, id);
        return System.nanoTime() - start;
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
