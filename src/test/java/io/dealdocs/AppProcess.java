package io.dealdocs;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The application as a process of its own, which can be killed, or stopped in the middle of what it does. */
final class AppProcess {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final JavaProcess process;

    private AppProcess(JavaProcess process) {
        this.process = process;
    }

    /** Starts it and waits until it answers. */
    static AppProcess start(URI address, Map<String, String> settings) {
        AppProcess app = launch(settings, "app-process");
        app.awaitAnswer(address);
        return app;
    }

    /**
     * Starts it without waiting.
     *
     * @param name what it says goes to the file {@code NAME.log} under {@code target}
     */
    static AppProcess launch(Map<String, String> settings, String name) {
        return new AppProcess(JavaProcess.start(
                name,
                Path.of("target"),
                new JavaProcess.Program(Application.class, List.of("-Xmx256m"), List.of(), settings)));
    }

    void awaitAnswer(URI address) {
        await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(100)).until(() -> answers(address));
    }

    private boolean answers(URI address) throws InterruptedException {
        if (!process.alive()) {
            throw new IllegalStateException(process + " has ended");
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

    /** As {@code kill -9} does. */
    void kill() {
        process.kill();
    }

    /** Everything in it stands still. */
    void pause() {
        process.pause();
    }

    /** Goes on where it was paused. */
    void wake() {
        process.wake();
    }
}
