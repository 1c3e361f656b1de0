package io.dealdocs.attack;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One page of the application, spoken to as its own script speaks, or as somebody who pretends to be it. */
final class Page implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 10;
    private static final int BODY = 1;
    private static final int PROPERTIES = 1;
    private static final int ATTRIBUTES = 3;

    private final Client client;
    private final JsonNode config;
    private final StringBuilder raw = new StringBuilder();
    private final List<JsonNode> scripts = new ArrayList<>();
    private final List<JsonNode> changes = new ArrayList<>();
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private int drawn;
    private int seen;
    private int sent;

    private Page(Client client, String started) {
        this.client = client;
        config = JSON.readTree(started).path("appConfig");
        raw.append(started);
        take(config.path("uidl"));
    }

    /** Opens an address and lets the page find out whose it is. */
    static Page open(Client client, String where) {
        client.get(where);
        URI address = client.address(where);
        String path = address.getRawPath().substring(1);
        String query = Objects.requireNonNullElse(address.getRawQuery(), "");
        Answer init = client.get("/?v-r=init&location=" + encoded(path) + "&query=" + encoded(query));
        Page page = new Page(client, new String(init.body(), StandardCharsets.UTF_8));
        page.navigate(path, query);
        return page;
    }

    /** Goes on to another address inside the same page. */
    void navigate(String path, String query) {
        event(
                BODY,
                "ui-navigate",
                Map.of(
                        "route",
                        path,
                        "query",
                        query,
                        "appShellTitle",
                        "DealDocs",
                        "trigger",
                        "history",
                        "historyState",
                        ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Client client() {
        return client;
    }

    /** Shows that the page is still alive. */
    void answerToNothing() {
        send();
    }

    int ui() {
        return config.path("v-uiId").asInt();
    }

    /** What proves that a message comes from this page. */
    String key() {
        return config.path("uidl").path("Vaadin-Security-Key").asString();
    }

    String pushId() {
        return config.path("uidl").path("Vaadin-Push-ID").asString();
    }

    void event(int node, String event, Map<String, ?> data) {
        send(Map.of("type", "event", "node", node, "event", event, "data", data));
    }

    void set(int node, String property, Object value) {
        send(Map.of("type", "mSync", "node", node, "feature", PROPERTIES, "property", property, "value", value));
    }

    void invoke(int node, String method, Object... arguments) {
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

    void answer(int node, int channel, Object... arguments) {
        send(Map.of("type", "channel", "node", node, "channel", channel, "args", arguments));
    }

    /** The element that has this attribute, once there is one. */
    int node(String attribute, String value) {
        return await(attribute + "=" + value, () -> Optional.ofNullable(nodes.get(attribute + "=" + value)));
    }

    /** Which of these the page comes to show first: the names of states, or any other text. */
    String first(String... texts) {
        return await(
                String.join(" or ", texts),
                () -> Arrays.stream(texts).filter(this::shows).findFirst());
    }

    /** Waits for a script and answers it: its arguments, then its text. */
    JsonNode script(String words) {
        return await(
                words,
                () -> scripts.reversed().stream()
                        .filter(call -> call.get(call.size() - 1).asString().contains(words))
                        .findFirst());
    }

    boolean has(String attribute, String value) {
        return nodes.containsKey(attribute + "=" + value);
    }

    boolean shows(String text) {
        return raw.indexOf(text) >= 0;
    }

    List<JsonNode> scripts() {
        return scripts;
    }

    List<JsonNode> changes() {
        return changes;
    }

    private <T> T await(String what, Supplier<Optional<T>> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = wanted.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
            drawList();
        }
        throw new AssertionError("the page has not shown " + what);
    }

    // A list sends its lines only when it is told which of them can be seen.
    private void drawList() {
        int list = nodes.getOrDefault("id=deal-files", 0);
        if (list == drawn) {
            send();
        } else {
            drawn = list;
            invoke(list, "setViewportRange", 0, 200);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Asks for news, with something to tell or nothing. */
    void send(Object... messages) {
        Answer answer = post(client, ui(), key(), messages);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() != 200 || !text.startsWith("{")) {
            throw new AssertionError("the page was answered " + answer.status() + " " + text);
        }
        raw.append(text);
        take(JSON.readTree(text));
    }

    /** Sends this page's next message from another browser, to another page or with another key. */
    Answer post(Client other, int ui, String key, Object... messages) {
        String body =
                JSON.writeValueAsString(Map.of("csrfToken", key, "rpc", messages, "syncId", seen, "clientId", sent++));
        return other.send(HttpRequest.newBuilder(other.address("/?v-r=uidl&v-uiId=" + ui))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Leaves it, as a browser tells when its tab is closed. */
    @Override
    public void close() {
        String body = JSON.writeValueAsString(
                Map.of("csrfToken", key(), "rpc", List.of(), "syncId", seen, "clientId", sent, "UNLOAD", true));
        client.send(HttpRequest.newBuilder(client.address("/?v-r=uidl&v-uiId=" + ui()))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void take(JsonNode news) {
        seen = news.path("syncId").asInt(seen);
        news.path("execute").forEach(scripts::add);
        for (JsonNode change : news.path("changes")) {
            changes.add(change);
            if (change.path("feat").asInt() == ATTRIBUTES
                    && change.path("type").asString().equals("put")) {
                String value = change.path("value")
                        .path("uri")
                        .asString(change.path("value").asString(""));
                nodes.put(
                        change.path("key").asString() + "=" + value,
                        change.path("node").asInt());
            }
        }
    }
}
