package io.dealdocs;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A page of the application as a browser has it, drawn by nobody: it speaks Vaadin's protocol and asks for news itself. */
public final class VaadinPage {

    /** A browser's way to the application, with its cookies; takes addresses below the application's own. */
    public interface Line {

        /** What an address answers. */
        String get(String where);

        /** What a page's message is answered; throws where the page or its session is lost. */
        String post(String where, String message);
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BODY = 1;
    private static final int PROPERTIES = 1;
    private static final int ATTRIBUTES = 3;

    private final Line line;
    private final Duration patience;
    private final Duration pause;
    private final JsonNode config;
    private final List<JsonNode> calls = new ArrayList<>();
    private final List<JsonNode> changes = new ArrayList<>();
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private int seen;
    private int sent;

    private VaadinPage(Line line, Duration patience, Duration pause, JsonNode config) {
        this.line = line;
        this.patience = patience;
        this.pause = pause;
        this.config = config;
        take(config.path("uidl"));
    }

    /**
     * Opens an address of the application and lets the page find out whose it is.
     *
     * @param patience how long something that shall show may take
     * @param pause between two questions for news
     */
    public static VaadinPage open(Line line, URI address, Duration patience, Duration pause) {
        String path = address.getRawPath().substring(1);
        String query = Objects.requireNonNullElse(address.getRawQuery(), "");
        line.get("/" + path + (query.isEmpty() ? "" : "?" + query));
        String started = line.get("/?v-r=init&location=" + encoded(path) + "&query=" + encoded(query));
        VaadinPage page =
                new VaadinPage(line, patience, pause, JSON.readTree(started).path("appConfig"));
        page.navigate(path, query);
        return page;
    }

    /** Goes on to another address inside the same page. */
    public void navigate(String path, String query) {
        Map<String, String> where = Map.of(
                "route", path, "query", query, "appShellTitle", "DealDocs", "trigger", "history", "historyState", "");
        send(Map.of("type", "event", "node", BODY, "event", "ui-navigate", "data", where));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Its number within its session. */
    public int ui() {
        return config.path("v-uiId").asInt();
    }

    /** What proves that a message comes from this page. */
    public String key() {
        return config.path("uidl").path("Vaadin-Security-Key").asString();
    }

    public String pushId() {
        return config.path("uidl").path("Vaadin-Push-ID").asString();
    }

    /** Changes a property of an element as the person's doing changes it in the browser. */
    public void change(int node, String property, Object value) {
        send(Map.of("type", "mSync", "node", node, "feature", PROPERTIES, "property", property, "value", value));
    }

    /** Calls a method of a component that it offers to the browser. */
    public void invoke(int node, String method, Object... arguments) {
        send(Map.of(
                "type",
                "publishedEventHandler",
                "node",
                node,
                "templateEventMethodName",
                method,
                "templateEventMethodArgs",
                arguments,
                "promise",
                -1));
    }

    /** Answers through a channel that the server has opened. */
    public void answer(JsonNode channel, Object... arguments) {
        send(Map.of(
                "type",
                "channel",
                "node",
                channel.path(0).asInt(),
                "channel",
                channel.path(1).asInt(),
                "args",
                arguments));
    }

    /** The number of the element that has this attribute, once there is one. */
    public int node(String attribute, String value) {
        return await(
                "an element with " + attribute + "=" + value,
                () -> Optional.ofNullable(nodes.get(attribute + "=" + value)),
                this::send);
    }

    /** The same, where there is one already. */
    public Optional<Integer> present(String attribute, String value) {
        return Optional.ofNullable(nodes.get(attribute + "=" + value));
    }

    /** The value that an attribute of some element got last, once there is one. */
    public String attribute(String name) {
        return await("an element with " + name, () -> Optional.ofNullable(attributes.get(name)), this::send);
    }

    /** The arguments and the text of the last script with these words, once there is one that will do. */
    public JsonNode call(String words, Predicate<JsonNode> fit) {
        return await(words, () -> called(words, fit), this::send);
    }

    public JsonNode call(String words) {
        return call(words, _ -> true);
    }

    /** The same, where there is one already. */
    public Optional<JsonNode> called(String words, Predicate<JsonNode> fit) {
        return calls.reversed().stream()
                .filter(call -> script(call).contains(words))
                .filter(fit)
                .findFirst();
    }

    /** Forgets the scripts with these words that have come. */
    public void forgetScripts(String... words) {
        calls.removeIf(call -> Arrays.stream(words).anyMatch(script(call)::contains));
    }

    private static String script(JsonNode call) {
        return call.get(call.size() - 1).asString();
    }

    /** Every script that came, its arguments before its text. */
    public List<JsonNode> scripts() {
        return calls;
    }

    /** Every change of an element that came. */
    public List<JsonNode> changes() {
        return changes;
    }

    /**
     * Waits until something shows.
     *
     * @param turn asks for news
     */
    public <T> T await(String what, Supplier<Optional<T>> wanted, Runnable turn) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = wanted.get();
            if (found.isPresent()) {
                return found.get();
            }
            rest();
            turn.run();
        }
        throw new AssertionError("the page has not shown " + what);
    }

    /** Stays open for so long, asking for news as the browser does. */
    public void stay(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            rest();
            send();
        }
    }

    /** Goes, and says so as a browser does that leaves a page. */
    public void close() {
        line.post(where(ui()), farewell());
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Asks for news, with something to tell or nothing. */
    public void send(Object... messages) {
        take(JSON.readTree(line.post(where(ui()), message(key(), messages))));
    }

    /** Where messages of a page of the session go. */
    public static String where(int ui) {
        return "/?v-r=uidl&v-uiId=" + ui;
    }

    /** The next message of this page. */
    public String message(String key, Object... messages) {
        return JSON.writeValueAsString(Map.of("csrfToken", key, "rpc", messages, "syncId", seen, "clientId", sent++));
    }

    /** What a browser sends when its tab is closed. */
    public String farewell() {
        return JSON.writeValueAsString(
                Map.of("csrfToken", key(), "rpc", List.of(), "syncId", seen, "clientId", sent, "UNLOAD", true));
    }

    private void take(JsonNode news) {
        seen = news.path("syncId").asInt(seen);
        news.path("execute").forEach(calls::add);
        for (JsonNode change : news.path("changes")) {
            changes.add(change);
            if (change.path("feat").asInt() == ATTRIBUTES
                    && change.path("type").asString().equals("put")) {
                keep(change);
            }
        }
    }

    // Where the page loads something or sends it to, the value is wrapped.
    private void keep(JsonNode change) {
        JsonNode value = change.path("value");
        String text = value.path("uri").asString(value.asString(""));
        String name = change.path("key").asString();
        nodes.put(name + "=" + text, change.path("node").asInt());
        attributes.put(name, text);
    }
}
