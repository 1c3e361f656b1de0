package io.dealdocs.faults;

import io.dealdocs.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything there is: PostgreSQL, both stand-ins, the node that serves and the one that is ready to take over. */
final class World implements AutoCloseable {

    static final long ADA = 1001;
    static final long BEN = 1002;
    static final long DEAL = 5;

    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");
    private static final Duration START = Duration.ofMinutes(3);
    private static final List<String> SMALL = List.of("-Xmx192m");
    // What takes minutes in life takes seconds here; the proportions stay.
    private static final List<String> OPTIONS = List.of(
            "--db-scheduler.heartbeat-interval=1s",
            "--db-scheduler.polling-interval=300ms",
            "--spring.datasource.hikari.minimum-idle=2",
            "--dealdocs.pipedrive.answer-timeout=4s",
            "--dealdocs.pipedrive.transfer-timeout=4s",
            "--dealdocs.publishing.first-back-off=400ms",
            "--dealdocs.publishing.longest-back-off=2s",
            "--dealdocs.publishing.sweep=5s",
            "--dealdocs.editing.force-save-retry=1s",
            "--dealdocs.publishing.late-look=10s",
            "--dealdocs.editing.forgotten-sweep=3s",
            "--dealdocs.documents.undo-time=1s",
            "--dealdocs.documents.deletion-back-off=400ms",
            "--dealdocs.editing.silence=15s",
            "--dealdocs.editing.watch=5s");

    private final Path folder;
    private final Packed packed;
    private final Postgres database;
    private final Front front = new Front();
    private final int[] pipedrivePorts = {Node.freePort(), Node.freePort(), Node.freePort(), Node.freePort()};
    private final int[] docsPorts = {Node.freePort(), Node.freePort()};
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private JavaProcess pipedriveProcess;
    private JavaProcess docsProcess;
    private Node serving;
    private Node ready;
    private int nodes;

    World(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.packed = Packed.in(folder);
        this.database = new Postgres(folder.resolve("postgres"));
        this.pipedriveProcess = startPipedrive();
        this.docsProcess = startDocs();
        awaitControl(pipedrive());
        awaitControl(docs());
        learn();
        this.serving = warm();
        takeOver(serving);
        this.ready = warm();
    }

    private JavaProcess startPipedrive() {
        List<String> arguments = List.of(
                "" + pipedrivePorts[0],
                "" + pipedrivePorts[1],
                "" + pipedrivePorts[2],
                "" + pipedrivePorts[3],
                folder.resolve("pipedrive").toString(),
                "http://localhost:" + front.port());
        return JavaProcess.start(
                "pipedrive", folder, new JavaProcess.Program(PipedriveProcess.class, SMALL, arguments, Map.of()));
    }

    private JavaProcess startDocs() {
        List<String> arguments = List.of("" + docsPorts[0], "" + docsPorts[1], book().toString());
        return JavaProcess.start(
                "docs", folder, new JavaProcess.Program(DocsProcess.class, SMALL, arguments, Map.of()));
    }

    private static void awaitControl(Remote control) {
        boolean there = Patience.until(START, Duration.ofMillis(50), () -> {
            try {
                control.ask("pending", Map.of());
                return true;
            } catch (Remote.Away | Remote.Failed notYet) {
                return false;
            }
        });
        if (!there) {
            throw new IllegalStateException("a stand-in does not start");
        }
    }

    private void learn() {
        Node first = start("learning", folder.resolve("tmp"), packed.learn());
        if (!first.awaitWarm()) {
            throw new IllegalStateException("the application does not start");
        }
        first.go();
        first.end();
    }

    private Node warm() {
        return warm(folder.resolve("tmp"));
    }

    /** Another node, at its gate or on its way there. */
    Node warm(Path temporary) {
        return start("node-" + ++nodes, temporary, packed.know());
    }

    private Node start(String name, Path temporary, String learning) {
        try {
            Files.createDirectories(temporary);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Node.Machine machine = new Node.Machine(temporary, packed.classPath(), learning);
        return Node.warm(name, folder, machine, OPTIONS, settings());
    }

    private Map<String, String> settings() {
        String app = "http://localhost:" + front.port();
        String acme = "http://127.0.0.1:" + pipedrivePorts[0];
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("SPRING_DATASOURCE_URL", database.url());
        settings.put("SPRING_DATASOURCE_USERNAME", "postgres");
        settings.put("SPRING_DATASOURCE_PASSWORD", "postgres");
        settings.put("MANAGEMENT_PORT", "0");
        settings.put("DEALDOCS_ENCRYPTION_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        settings.put("DEALDOCS_PUBLIC_URL", app);
        settings.put("DEALDOCS_PIPEDRIVE_CLIENT_ID", "sandbox-client-id");
        settings.put("DEALDOCS_PIPEDRIVE_CLIENT_SECRET", "sandbox-client-secret");
        settings.put("DEALDOCS_PIPEDRIVE_EXTENSION_SECRET", "sandbox-extension-secret-of-32-bytes-or-more");
        settings.put("DEALDOCS_PIPEDRIVE_CREATE_MODAL_ID", "create-document");
        settings.put("DEALDOCS_PIPEDRIVE_OAUTH_URL", acme);
        settings.put("DEALDOCS_PIPEDRIVE_API_DOMAIN_PATTERN", "^http://127\\.0\\.0\\.1:\\d+$");
        settings.put("DEALDOCS_FRAME_ANCESTORS", acme);
        settings.put("DEALDOCS_DOCS_URL", "http://127.0.0.1:" + docsPorts[0]);
        settings.put("DEALDOCS_DOCS_SECRET", "docs-sandbox-secret-for-demos-and-tests");
        settings.put("DEALDOCS_ALLOW_HTTP_DOCS", "true");
        settings.put("DEALDOCS_QUIET_PERIOD", "1s");
        settings.put("DEALDOCS_LOST_ANSWER_WAIT", "7s");
        return settings;
    }

    Path folder() {
        return folder;
    }

    Path book() {
        return folder.resolve("acknowledged.txt");
    }

    Postgres database() {
        return database;
    }

    Remote pipedrive() {
        return new Remote(pipedrivePorts[3]);
    }

    Remote docs() {
        return new Remote(docsPorts[1]);
    }

    Node node() {
        return serving;
    }

    /** The outside is led to the node that was ready; a successor is made ready behind it. */
    void failOver() {
        Node next = ready;
        while (!next.awaitWarm()) {
            // It wanted the database just when that was away.
            next = warm();
        }
        takeOver(next);
        ready = warm();
    }

    /** The outside is led to this node. */
    void takeOver(Node next) {
        if (!next.awaitWarm()) {
            throw new IllegalStateException("a node died before it served");
        }
        front.leadTo(next.port());
        next.go();
        serving = next;
    }

    void killDocs() {
        docsProcess.kill();
    }

    void restartDocs() {
        docsProcess = startDocs();
        awaitControl(docs());
    }

    void killPipedrive() {
        pipedriveProcess.kill();
    }

    void restartPipedrive() {
        pipedriveProcess = startPipedrive();
        awaitControl(pipedrive());
    }

    /** Gives consent as a browser does, without its pages. */
    void connect(long user) {
        String app = "http://localhost:" + front.port();
        HttpResponse<Void> start = get(app + "/oauth2/authorization/pipedrive", "");
        Matcher state = STATE.matcher(start.headers().firstValue("location").orElseThrow());
        if (!state.find()) {
            throw new IllegalStateException("no state");
        }
        String cookie = start.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
        String code = pipedrive().ask("code", Map.of("user", user)).asString();
        get(app + "/login/oauth2/code/pipedrive?code=" + code + "&state=" + state.group(1), cookie);
    }

    private HttpResponse<Void> get(String address, String cookie) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(START);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        front.close();
        serving.kill();
        ready.kill();
        docsProcess.kill();
        pipedriveProcess.kill();
        database.close();
    }
}
