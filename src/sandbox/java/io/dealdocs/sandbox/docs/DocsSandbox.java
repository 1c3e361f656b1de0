package io.dealdocs.sandbox.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A stand-in for ONLYOFFICE Docs that listens on the loopback address. */
public final class DocsSandbox implements AutoCloseable {

    static {
        // Without this every short answer on a kept connection waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final World world;
    private final Listener listener;
    private final HttpClient http;
    private final Trail<CallbackRecord> callbacks = new Trail<>();
    private final Forgotten forgotten;
    private final Results results;
    private final ConverterEndpoint converter;
    private final Sessions sessions;

    private DocsSandbox(World world) throws IOException {
        this.world = world;
        this.forgotten = new Forgotten(
                world.settings().now().storage().orElse(world.folder()).resolve("forgotten"));
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        Tokens tokens = new Tokens(world);
        Downloads downloads = new Downloads(world, tokens, http);
        this.results = new Results(world);
        Assembler assembler = new Assembler(world, results);
        CallbackSender sender = new CallbackSender(world, tokens, http, callbacks);
        Saving saving = new Saving(world, assembler, sender, forgotten);
        this.sessions = new Sessions(world, new Sources(downloads, forgotten), saving, forgotten);
        this.converter = new ConverterEndpoint(tokens, downloads, new Conversion(world), results);
        this.listener = new Listener(world.settings().now().port(), router(tokens, downloads, assembler));
    }

    /** Starts a sandbox; it runs until it is closed. */
    public static DocsSandbox start(DocsSandboxOptions options) {
        try {
            World world = new World(
                    new Settings(options),
                    new SandboxClock(options.clock()),
                    new Faults(),
                    new RequestLog(),
                    new Timers(),
                    Files.createTempDirectory("docs-sandbox"));
            return new DocsSandbox(world);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs one with the real server's delays until the process ends; the port may be given, and a folder in which
     * forgotten files survive.
     */
    public static void main(String... args) {
        DocsSandboxOptions options = DocsSandboxOptions.demo();
        options = args.length > 0 ? options.withPort(Integer.parseInt(args[0])) : options;
        DocsSandbox sandbox = start(args.length > 1 ? options.withStorage(Path.of(args[1])) : options);
        System.out.println("Docs sandbox: " + sandbox.origin());
    }

    private Router router(Tokens tokens, Downloads downloads, Assembler assembler) {
        CommandEndpoint commands = new CommandEndpoint(world, tokens, sessions, forgotten, results);
        InfoEndpoint info = new InfoEndpoint(world.faults());
        return new Router(world)
                .on(ControlEndpoint.ROOT, new ControlEndpoint(world, sessions, callbacks, this))
                .on(StaticEndpoint.ROOT, new StaticEndpoint(results, world.faults()))
                .on(VersionEndpoint.PATH, new VersionEndpoint(world, downloads))
                .on(EditorEndpoint.ROOT, new EditorEndpoint(world, sessions, assembler, results))
                .on(Results.ROOT, new CacheEndpoint(results, world.faults()))
                .on("/command", commands)
                .on("/coauthoring/CommandService.ashx", commands)
                .on("/converter", converter)
                .on("/ConvertService.ashx", converter)
                .on("/", info);
    }

    /** Scheme, host and port, without a slash at the end. */
    public String origin() {
        return "http://127.0.0.1:" + listener.port();
    }

    public String secret() {
        return world.settings().now().secret();
    }

    /** The options as they are now. */
    public DocsSandboxOptions options() {
        return world.settings().now();
    }

    /** Carries tokens in another header from now on, on all legs. */
    public DocsSandbox withHeader(String name) {
        world.settings().change(now -> now.withHeader(name));
        return this;
    }

    /** Signs and checks with another secret from now on. */
    public DocsSandbox withSecret(String secret) {
        world.settings().change(now -> now.withSecret(secret));
        return this;
    }

    public List<LoggedRequest> requests() {
        return world.requests().all();
    }

    public Faults faults() {
        return world.faults();
    }

    /** Puts the clock forward that tokens and links are judged by. */
    public void advanceClock(Duration by) {
        world.clock().advance(by);
    }

    public List<CallbackRecord> callbacks() {
        return callbacks.all();
    }

    /** The first callback of a key with this status, once it was answered or failed. */
    public CallbackRecord awaitCallback(String key, int status, Duration limit) {
        return awaitCallback(key, status, 1, limit);
    }

    /** The so-many-th callback of a key with this status, retries counted. */
    public CallbackRecord awaitCallback(String key, int status, int nth, Duration limit) {
        return callbacks.await(
                entry -> entry.key().equals(key) && entry.status() == status,
                nth,
                limit,
                "callback " + status + " for " + key);
    }

    public List<SessionState> sessions() {
        return sessions.states();
    }

    public Optional<SessionState> session(String key) {
        return sessions.states().stream()
                .filter(state -> state.key().equals(key))
                .findFirst();
    }

    /**
     * Goes down like a killed process: nobody can connect, editors lose their connections, what is being posted breaks
     * off, and nothing is said of it. Changes and files stay, as in a database and on a disk.
     */
    public void stop() {
        listener.stop();
        world.timers().halt();
        sessions.goDown();
    }

    /**
     * Comes up again at the same address. Changes that nobody goes on with are saved after the delay of a dropped
     * connection.
     */
    public void restart() {
        stop();
        listener.start();
        sessions.comeUp();
    }

    /** Loses every session with all that was typed, and says nothing of it; forgotten files and results stay. */
    public void crash() {
        world.timers().halt();
        sessions.states().forEach(state -> sessions.lose(state.key()));
    }

    /** The same for one key: its save will never come, and {@code info} does not know it. */
    public void crash(String key) {
        sessions.lose(key);
    }

    /** Puts a file among the forgotten ones, as if nobody had taken the last save of this key. */
    public void forget(String key, byte[] content, String fileType) {
        try {
            Path file = Files.createTempFile(world.folder(), "forgotten", "." + fileType);
            forgotten.keep(key, Files.write(file, content), fileType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys whose result nobody took. */
    public List<String> forgotten() {
        return forgotten.keys();
    }

    /**
     * Opens an editor without a browser.
     *
     * @param config what a page would give to {@code DocsAPI.DocEditor}, token included: a map or a JSON tree
     * @throws OpenRefusedException with the code the page would hear
     */
    public HeadlessEditor open(Object config) throws OpenRefusedException {
        Inbox inbox = new Inbox();
        Editor editor = sessions.open(Json.of(config), origin(), inbox);
        return new HeadlessEditor(sessions, editor, inbox, world.clock());
    }

    /** Forgets everything that happened and goes back to the options it was started with. */
    public void reset() {
        sessions.clear();
        world.faults().clear();
        world.requests().clear();
        world.settings().reset();
        world.clock().reset();
        callbacks.clear();
        forgotten.clear();
        results.clear();
        converter.clear();
    }

    @Override
    public void close() {
        sessions.clear();
        world.timers().close();
        listener.close();
        http.shutdownNow();
        try (Stream<Path> files = Files.walk(world.folder())) {
            files.sorted(Comparator.reverseOrder()).forEach(DocsSandbox::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
