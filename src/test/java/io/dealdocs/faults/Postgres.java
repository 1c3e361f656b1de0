package io.dealdocs.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL, a process of its own, which can be stopped as {@code pg_ctl stop -m immediate} does. */
final class Postgres implements AutoCloseable {

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final long STOP_SECONDS = 20;

    private final Path folder;
    private final int port;
    private EmbeddedPostgres running;

    Postgres(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.port = Node.freePort();
        this.running = launch(port);
    }

    private EmbeddedPostgres launch(int wanted) {
        try {
            Files.createDirectories(folder);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPort(wanted)
                    .setDataDirectory(folder.resolve("pgdata"))
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.resolve("pgbin").toFile())
                    .setServerConfig("max_connections", "150")
                    .setRegisterShutdownHook(true);
            DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.put("user", "postgres");
        properties.put("password", "postgres");
        properties.put("connectTimeout", "2");
        properties.put("socketTimeout", "20");
        return DriverManager.getConnection(url(), properties);
    }

    void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    boolean truth(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** SIGQUIT to the postmaster: it and all its backends are gone at once, as after a power cut. */
    void stopImmediately() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
            postmaster.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            // Gives up the lock on the folder; there is nothing left to stop.
            running.close();
        } catch (Exception stubborn) {
            throw new IllegalStateException("PostgreSQL does not stop", stubborn);
        }
    }

    /** Starts it again where it was, and waits until it has recovered. */
    void startAgain() {
        running = launch(port);
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("pgdata/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
