package io.dealdocs.attack;

import io.dealdocs.VaadinPage;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One page of the application, spoken to as its own script speaks, or as somebody who pretends to be it. */
final class Page implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int BODY = 1;

    private final Client client;
    private final StringBuilder raw = new StringBuilder();
    private final VaadinPage page;
    private int drawn;

    private Page(Client client, String where) {
        this.client = client;
        page = VaadinPage.open(new Heard(), client.address(where), PATIENCE, PAUSE);
    }

    /** Opens an address and lets the page find out whose it is. */
    static Page open(Client client, String where) {
        return new Page(client, where);
    }

    /** Keeps all that the page was told. */
    private final class Heard implements VaadinPage.Line {

        @Override
        public String get(String where) {
            return keep(client.get(where));
        }

        @Override
        public String post(String where, String message) {
            Answer answer = Page.post(client, where, message);
            String text = keep(answer);
            // What begins otherwise says that the session or the page is lost.
            if (answer.status() != 200 || !text.startsWith("{")) {
                throw new AssertionError("the page was answered " + answer.status() + " " + text);
            }
            return text;
        }

        private String keep(Answer answer) {
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            raw.append(text);
            return text;
        }
    }

    /** Goes on to another address inside the same page. */
    void navigate(String path, String query) {
        page.navigate(path, query);
    }

    static String encoded(String text) {
        return VaadinPage.encoded(text);
    }

    Client client() {
        return client;
    }

    int ui() {
        return page.ui();
    }

    String key() {
        return page.key();
    }

    String pushId() {
        return page.pushId();
    }

    /** Changes a property of an element. */
    void change(int node, String property, Object value) {
        page.change(node, property, value);
    }

    /** Answers through a channel that the server has opened. */
    void answer(JsonNode channel, Object... arguments) {
        page.answer(channel, arguments);
    }

    /** The element that has this attribute, once there is one. */
    int node(String attribute, String value) {
        return page.node(attribute, value);
    }

    /** The value that an attribute got last, once there is one. */
    String attribute(String name) {
        return page.attribute(name);
    }

    boolean has(String attribute, String value) {
        return page.present(attribute, value).isPresent();
    }

    /** Which of these the page comes to show first: the names of states, or any other text. */
    String first(String... texts) {
        return await(
                String.join(" or ", texts),
                () -> Arrays.stream(texts).filter(this::shows).findFirst());
    }

    /** Waits for a script and answers it: its arguments, then its text. */
    JsonNode script(String words) {
        return await(words, () -> page.called(words, _ -> true));
    }

    boolean shows(String text) {
        return raw.indexOf(text) >= 0;
    }

    List<JsonNode> scripts() {
        return page.scripts();
    }

    List<JsonNode> changes() {
        return page.changes();
    }

    private <T> T await(String what, Supplier<Optional<T>> wanted) {
        return page.await(what, wanted, this::drawList);
    }

    // A list sends its lines only when it is told which of them can be seen.
    private void drawList() {
        int list = page.present("id", "deal-files").orElse(0);
        if (list == drawn) {
            page.send();
        } else {
            drawn = list;
            page.invoke(list, "setViewportRange", 0, 60);
        }
    }

    /** Asks for news; fails where the page is not alive. */
    void send() {
        page.send();
    }

    /** A click on the page's own ground, which does nothing. */
    static Map<String, Object> click() {
        return Map.of("type", "event", "node", BODY, "event", "click", "data", Map.of());
    }

    /** Sends this page's next message from another browser, to another page or with another key. */
    Answer post(Client other, int ui, String key, Object... messages) {
        return post(other, VaadinPage.where(ui), page.message(key, messages));
    }

    private static Answer post(Client client, String where, String message) {
        return client.send(HttpRequest.newBuilder(client.address(where))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message)));
    }

    /** Leaves it, as a browser tells when its tab is closed. */
    @Override
    public void close() {
        post(client, VaadinPage.where(ui()), page.farewell());
    }
}
