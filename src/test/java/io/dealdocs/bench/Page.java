package io.dealdocs.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A page of the application as a browser has it, drawn by nobody: it speaks Vaadin's protocol and asks for news itself. */
final class Page {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 50;
    private static final int BODY = 1;
    private static final int PROPERTIES = 1;
    private static final int ATTRIBUTES = 3;

    private final Browser browser;
    private final URI app;
    private final int ui;
    private final String secret;
    private final List<JsonNode> calls = new ArrayList<>();
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final Map<Integer, Map<String, String>> attributes = new LinkedHashMap<>();
    private int seen;
    private int sent;

    private Page(Browser browser, URI app, JsonNode config) {
        this.browser = browser;
        this.app = app;
        ui = config.path("v-uiId").asInt();
        secret = config.path("uidl").path("Vaadin-Security-Key").asString();
        take(config.path("uidl"));
    }

    /** Opens an address of the application. */
    static Page open(Browser browser, URI address) {
        browser.get(address);
        String path = address.getPath().substring(1);
        URI init = address.resolve("/?v-r=init&location=" + encoded(path) + "&query=" + encoded(address.getRawQuery()));
        Page page = new Page(browser, address, JSON.readTree(browser.get(init)).path("appConfig"));
        page.send(Map.of(
                "type",
                "event",
                "node",
                BODY,
                "event",
                "ui-navigate",
                "data",
                Map.of(
                        "route",
                        path,
                        "query",
                        address.getRawQuery(),
                        "appShellTitle",
                        "DealDocs",
                        "trigger",
                        "history",
                        "historyState",
                        "")));
        return page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Changes a property of an element as the person's doing changes it in the browser. */
    void change(int node, String property, Object value) {
        send(Map.of("type", "mSync", "node", node, "feature", PROPERTIES, "property", property, "value", value));
    }

    /** Calls a method of a component that it offers to the browser. */
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

    /** Answers through a channel that the server has opened. */
    void answer(JsonNode channel, Object... arguments) {
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
    int node(String attribute, String value) {
        return await(
                "an element with " + attribute + "=" + value,
                () -> Optional.ofNullable(nodes.get(attribute + "=" + value)));
    }

    /** The value of an attribute of some element, once there is one. */
    String attribute(String name) {
        return await(
                "an element with " + name,
                () -> attributes.values().stream()
                        .map(all -> all.get(name))
                        .filter(value -> value != null)
                        .findFirst());
    }

    /** The arguments of the last script that contains these words, once there are any that will do. */
    JsonNode call(String words, Predicate<JsonNode> fit) {
        return await(
                words,
                () -> calls.reversed().stream()
                        .filter(call -> script(call).contains(words))
                        .filter(fit)
                        .findFirst());
    }

    JsonNode call(String words) {
        return call(words, _ -> true);
    }

    /** Forgets the scripts with these words that have come. */
    void forgetScripts(String... words) {
        calls.removeIf(call -> Arrays.stream(words).anyMatch(script(call)::contains));
    }

    private static String script(JsonNode call) {
        return call.get(call.size() - 1).asString();
    }

    private <T> T await(String what, Supplier<Optional<T>> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = wanted.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
            send();
        }
        throw new IllegalStateException("the page has shown no " + what);
    }

    /** Stays open for so long, asking for news as the browser does. */
    void stay(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            pause();
            send();
        }
    }

    /** Goes, and says so as a browser does that leaves a page. */
    void close() {
        HttpResponse<String> _ = post(Map.of("csrfToken", secret, "rpc", List.of(), "UNLOAD", true));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void send(Object... messages) {
        HttpResponse<String> answer =
                post(Map.of("csrfToken", secret, "rpc", messages, "syncId", seen, "clientId", sent++));
        String text = answer.body();
        // What begins otherwise says that the session or the page is lost.
        if (answer.statusCode() != 200 || !text.startsWith("{")) {
            throw new IllegalStateException("the page was answered " + answer.statusCode() + " " + text);
        }
        take(JSON.readTree(text));
    }

    private HttpResponse<String> post(Map<String, Object> body) {
        return browser.send(HttpRequest.newBuilder(app.resolve("/?v-r=uidl&v-uiId=" + ui))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private void take(JsonNode news) {
        seen = news.path("syncId").asInt(seen);
        news.path("execute").forEach(calls::add);
        for (JsonNode change : news.path("changes")) {
            if (change.path("feat").asInt() == ATTRIBUTES
                    && change.path("type").asString().equals("put")) {
                JsonNode value = change.path("value");
                // Where the page loads something or sends it to, the value is wrapped.
                keep(
                        change.path("node").asInt(),
                        change.path("key").asString(),
                        value.path("uri").asString(value.asString("")));
            }
        }
    }

    private void keep(int node, String name, String value) {
        nodes.put(name + "=" + value, node);
        attributes.computeIfAbsent(node, _ -> new LinkedHashMap<>()).put(name, value);
    }
}
