package io.dealdocs;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real PostgreSQL with a data folder that survives a restart and a killed process: what it has acknowledged is on the
 * disk.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts on any free port, after stopping what a killed process has left behind. */
    static EmbeddedDatabase start(Path folder) {
        try {
            Path data = Files.createDirectories(folder.toAbsolutePath()).resolve("pgdata");
            stopLeftOver(data);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.resolve("pgbin").toFile())
                    // The application stops first and needs its database until then.
                    .setRegisterShutdownHook(false);
            DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
            EmbeddedDatabase database = new EmbeddedDatabase(builder.start());
            database.requireDurable();
            return database;
        } catch (IOException failed) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start", failed);
        }
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    private void requireDurable() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                try (ResultSet value = statement.executeQuery("show " + setting)) {
                    if (!value.next() || !value.getString(1).equals("on")) {
                        throw new IllegalStateException("PostgreSQL runs without " + setting);
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL cannot be asked for its settings", failed);
        }
    }

    private static void stopLeftOver(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres);
        if (process.isEmpty()) {
            Files.delete(pidFile);
            return;
        }
        // SIGINT is PostgreSQL's fast shutdown.
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
        try {
            process.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stubborn) {
            throw new IOException(
                    "the PostgreSQL left behind by an earlier run (pid " + pid + ") does not stop", stubborn);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
