package io.dealdocs.ui;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.ComponentQuery;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One browser window: what it shows, what the server asked it to run, and what it answers to that. */
public final class TestWindow {

    // Signing in, reading and showing each come back to the page by themselves.
    private static final int TURNS = 6;

    private final BrowserlessUIContext window;
    private final List<PendingJavaScriptInvocation> asked = new ArrayList<>();

    TestWindow(BrowserlessUIContext window) {
        this.window = window;
    }

    /** The window itself. */
    public BrowserlessUIContext context() {
        return window;
    }

    /** Opens an address, with its parameters. */
    public TestWindow open(String address) {
        window.activate();
        String[] parts = address.split("\\?", 2);
        QueryParameters query = parts.length == 2 ? QueryParameters.fromString(parts[1]) : QueryParameters.empty();
        window.getUI().navigate(parts[0], query);
        settle();
        return this;
    }

    /** Makes the window the one that the next clicks belong to. */
    public TestWindow activate() {
        window.activate();
        return this;
    }

    /** Lets the page take in what other threads brought. */
    public void settle() {
        window.activate();
        for (int turn = 0; turn < TURNS; turn++) {
            collect();
            MockVaadin.clientRoundtrip();
        }
        collect();
    }

    private void collect() {
        window.getUI().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        asked.addAll(window.getUI().getInternals().dumpPendingJavaScriptInvocations());
    }

    /** Finds components by type. */
    public <T extends Component> ComponentQuery<T> find(Class<T> type) {
        return window.find(type);
    }

    /** Everything a person can read in the window. */
    public String text() {
        return textOf(window.getCurrentView().getElement());
    }

    private static String textOf(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        if (!element.isVisible()) {
            return "";
        }
        return element.getChildren().map(TestWindow::textOf).collect(Collectors.joining(" "));
    }

    /** What the browser was asked to run by calls to a function of an element, newest last. */
    public List<UIInternals.JavaScriptInvocation> calls(String function) {
        collect();
        return asked.stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .filter(call -> call.getExpression().contains("." + function + "("))
                .toList();
    }

    /** The arguments of everything the browser was asked to run, as text. */
    public String everythingAsked() {
        collect();
        return asked.stream()
                .map(call -> call.getInvocation().getParameters().toString())
                .collect(Collectors.joining(" "));
    }

    /** The arguments of the newest call of a function, as text. */
    public String lastCall(String function) {
        return calls(function).getLast().getParameters().toString();
    }

    /** Answers the newest call of a function. */
    public void answer(String function, JsonNode value) {
        newest(function).complete(value);
        settle();
    }

    /** Answers the newest call of a function with a text. */
    public void answer(String function, String value) {
        answer(function, JsonNodeFactory.instance.stringNode(value));
    }

    /** Lets the newest call of a function fail. */
    public void fail(String function) {
        newest(function).completeExceptionally(JsonNodeFactory.instance.stringNode("no answer"));
        settle();
    }

    private PendingJavaScriptInvocation newest(String function) {
        collect();
        return asked.stream()
                .filter(call -> call.getInvocation().getExpression().contains("." + function + "("))
                .toList()
                .getLast();
    }
}
