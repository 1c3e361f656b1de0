package io.dealdocs.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The demo as a person starts it, in a process of its own. */
final class Demo implements AutoCloseable {

    static final String APP = "http://localhost:8080";
    static final String ACME = "http://127.0.0.1:8090";
    static final String DOCS = "http://127.0.0.1:8091";
    static final String GLOBEX = "http://127.0.0.1:8092";
    private static final long START_SECONDS = 180;
    private static final long STOP_SECONDS = 60;

    private final Process process;

    private Demo(Process process) {
        this.process = process;
    }

    /** Runs {@code ./dealdocs demo --built} and returns when it says that it is ready. */
    static Demo start(Path data, Map<String, String> environment) {
        try {
            Files.createDirectories(data);
            ProcessBuilder builder = new ProcessBuilder("./dealdocs", "demo", "--built").redirectErrorStream(true);
            builder.environment().put("DEALDOCS_DEMO_DATA", data.toString());
            builder.environment().put("DEALDOCS_QUIET_PERIOD", "4s");
            builder.environment().put("DEALDOCS_LOST_ANSWER_WAIT", "6s");
            builder.environment().putAll(environment);
            Process process = builder.start();
            awaitReady(process, data.resolve("demo.log"));
            return new Demo(process);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void awaitReady(Process process, Path log) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(process, log, ready));
        try {
            ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            process.destroyForcibly();
            throw new IllegalStateException("the demo did not start; see " + log, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void read(Process process, Path log, CompletableFuture<Void> ready) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                var copy = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line);
                copy.newLine();
                copy.flush();
                if (line.contains("DealDocs is ready")) {
                    ready.complete(null);
                }
            }
            ready.completeExceptionally(new IOException("the demo ended"));
        } catch (IOException killed) {
            ready.completeExceptionally(killed);
        }
    }

    /** The power fails: neither the application nor its stand-ins get a word in. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the demo did not stop by itself");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
