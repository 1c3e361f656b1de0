package io.dealdocs.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The application as a process of its own, so that nothing but itself is measured in it. */
final class AppServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final Path memory;

    private AppServer(Process process, Path memory) {
        this.process = process;
        this.memory = memory;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param settings its environment
     * @param options of its Java virtual machine
     */
    static AppServer start(URI address, Map<String, String> settings, List<String> options) {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            Path memory = Files.createTempFile(target, "bench-memory", ".txt");
            ProcessBuilder command = new ProcessBuilder(command(options, memory))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            target.resolve("bench-app.log").toFile()));
            command.environment().putAll(settings);
            AppServer app = new AppServer(command.start(), memory);
            Runtime.getRuntime().addShutdownHook(new Thread(app::close));
            await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(100)).until(() -> app.answers(address));
            return app;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> command(List<String> options, Path memory) {
        List<String> command = new ArrayList<>(List.of(tool("java"), "-Dvaadin.productionMode=true"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), MeasuredApplication.class.getName(), memory.toString()));
        return command;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private boolean answers(URI address) throws InterruptedException {
        requireAlive();
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/oauth2/authorization/pipedrive"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 302;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Throws where the process has died, as it does when its memory runs out. */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the application ended with " + process.exitValue() + "; see target/bench-app.log");
        }
    }

    /** Collects all garbage and answers the bytes of the heap that are alive. */
    long liveHeap() {
        try {
            // Twice: what a first collection only makes unreachable goes with a second one.
            run("GC.run");
            run("GC.run");
            Thread.sleep(500);
            return memory().heap();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void run(String diagnostic) {
        try {
            Process jcmd = new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), diagnostic)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IllegalStateException("jcmd " + diagnostic + ": " + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the process uses now and has used at most. */
    MemoryUse memory() {
        return MemoryUse.read(memory);
    }

    /** Ends it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
