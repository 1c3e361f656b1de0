package io.dealdocs.bench;

import io.dealdocs.VaadinPage;
import io.dealdocs.shared.DealId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A deal's panel in somebody's browser. */
final class Panel implements AutoCloseable {

    private static final int MOST_ROWS = 1000;

    private final VaadinPage page;
    private final URI address;
    private final JsonNode functions;

    private Panel(VaadinPage page, URI address) {
        this.page = page;
        this.address = address;
        page.invoke(page.node("id", "deal-files"), "setViewportRange", 0, MOST_ROWS);
        functions = page.call(".setLitRenderer(").path(2).path("@v-return");
    }

    /**
     * Opens it and waits for its list.
     *
     * @param frameToken as Pipedrive signs it for the person
     */
    static Panel open(Browser browser, URI app, String frameToken, DealId deal) {
        URI address =
                app.resolve("/panel?resource=deal&view=details&selectedIds=" + deal + "&id=frame&token=" + frameToken);
        return new Panel(browser.page(address), address);
    }

    /** The same person's window for new documents. */
    URI createWindow() {
        return URI.create(address.toString().replace("/panel?", "/create?"));
    }

    /** The names in the list, once this one is among them. */
    List<String> namesWith(String name) {
        return StreamSupport.stream(
                        page.call("$connector.set(", call -> holds(call, name))
                                .path(2)
                                .spliterator(),
                        false)
                .map(row -> row.path("accessibleName").asString())
                .toList();
    }

    /** Clicks on a file's name and answers where its editor opens. */
    URI open(String name) {
        click("openFile", name);
        return URI.create(page.call(".sendTab(").path(2).asString());
    }

    /** Clicks on the download of a file and answers from where the browser gets it. */
    URI download(String name) {
        click("saveFile", name);
        return address.resolve("/" + page.call(".download(").path(1).asString());
    }

    /** Leaves it open for so long. */
    void stay(Duration time) {
        page.stay(time);
    }

    @Override
    public void close() {
        page.close();
    }

    private void click(String function, String name) {
        JsonNode rows = page.call("$connector.set(", call -> holds(call, name)).path(2);
        for (JsonNode row : rows) {
            if (row.path("accessibleName").asString().equals(name)) {
                page.forgetScripts(".sendTab(", ".download(");
                page.answer(functions, function, row.path("key").asString(), List.of());
            }
        }
    }

    private static boolean holds(JsonNode call, String name) {
        return StreamSupport.stream(call.path(2).spliterator(), false)
                .anyMatch(row -> row.path("accessibleName").asString("").equals(name));
    }
}
