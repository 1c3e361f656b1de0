package io.dealdocs;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The application as a process of its own, which can be killed, or stopped in the middle of what it does. */
final class AppProcess {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;

    private AppProcess(Process process) {
        this.process = process;
    }

    /** Starts it and waits until it answers. */
    static AppProcess start(URI address, Map<String, String> settings) {
        AppProcess app = launch(settings, "app-process.log");
        app.awaitAnswer(address);
        return app;
    }

    /**
     * Starts it without waiting.
     *
     * @param logName the file under {@code target} that gets what it says
     */
    static AppProcess launch(Map<String, String> settings, String logName) {
        try {
            Path log = Files.createDirectories(Path.of("target")).resolve(logName);
            ProcessBuilder command = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-Dvaadin.productionMode=true",
                            "-cp",
                            classPath(),
                            Application.class.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            command.environment().putAll(settings);
            AppProcess app = new AppProcess(command.start());
            Runtime.getRuntime().addShutdownHook(new Thread(app::kill));
            return app;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void awaitAnswer(URI address) {
        await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(100)).until(() -> answers(address));
    }

    private boolean answers(URI address) throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the application ended with " + process.exitValue());
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/oauth2/authorization/pipedrive"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 302;
        } catch (IOException notYet) {
            return false;
        }
    }

    // The class path of this very test, whichever runner started it.
    private static String classPath() {
        if (Application.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs())
                    .map(AppProcess::file)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
        String surefire = System.getProperty("surefire.test.class.path", "");
        return surefire.isEmpty() ? System.getProperty("java.class.path") : surefire;
    }

    private static String file(URL url) {
        return Path.of(URI.create(url.toString())).toString();
    }

    /** As {@code kill -9} does: nothing is finished, nothing is told. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As a machine does that is out of memory or is moved to another one: everything stands still. */
    void pause() {
        signal("STOP");
    }

    /** Goes on where it was paused, knowing nothing of the time that passed. */
    void wake() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int done = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (done != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + done);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
