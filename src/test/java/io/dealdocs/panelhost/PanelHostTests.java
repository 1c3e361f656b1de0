package io.dealdocs.panelhost;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Route;
import io.dealdocs.ui.TestPages;
import io.dealdocs.ui.TestWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Speaking to the host, and doing without one. */
class PanelHostTests {

    /** A page for a host. */
    @Route("hosted")
    static class HostedView extends Div {}

    private static final ConfirmationRequest QUESTION =
            new ConfirmationRequest("Delete it?", "It is gone then.", "Delete", "Cancel");

    private final TestPages pages = new TestPages(HostedView.class, _ -> {});
    private final TestWindow window = pages.window().open("hosted");
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void close() {
        pages.close();
    }

    private PanelHost host(boolean hosted) {
        PanelHost host = new PanelHost(hosted);
        window.find(HostedView.class).single().add(host);
        return host;
    }

    @Test
    void asksTheHost() {
        host(true).confirm(QUESTION, yes -> heard.add("answer " + yes));
        assertThat(window.lastCall("confirm")).contains("Delete it?", "It is gone then.");

        window.answer("confirm", JsonNodeFactory.instance.booleanNode(true));

        assertThat(heard).containsExactly("answer true");
        assertThat(window.find(ConfirmDialog.class).exists()).isFalse();
    }

    @Test
    void asksInItsOwnPageWhereThereIsNoHost() {
        host(false).confirm(QUESTION, yes -> heard.add("answer " + yes));

        window.context().test(window.find(ConfirmDialog.class).single()).cancel();

        assertThat(heard).containsExactly("answer false");
        assertThat(window.calls("confirm")).isEmpty();
    }

    @Test
    void asksInItsOwnPageWhenTheHostDoesNotAnswer() {
        host(true).confirm(QUESTION, yes -> heard.add("answer " + yes));

        window.fail("confirm");
        window.context().test(window.find(ConfirmDialog.class).single()).confirm();

        assertThat(heard).containsExactly("answer true");
    }

    @Test
    void saysThingsInItsOwnPageWhereThereIsNoHost() {
        host(false).say("It is there.", "Open", "https://app.example/x");

        assertThat(window.find(Notification.class).single().isOpened()).isTrue();
        assertThat(window.find(Anchor.class).single().getHref()).isEqualTo("https://app.example/x");
    }

    @Test
    void saysThingsThroughTheHost() {
        host(true).say("It is there.", "Open", "https://app.example/x");

        assertThat(window.lastCall("showSnackbar")).contains("It is there., https://app.example/x, Open");
        assertThat(window.find(Notification.class).exists()).isFalse();
    }

    @Test
    void tellsWhenAModalIsClosedAndWhenItNeverOpened() {
        PanelHost host = host(true);
        host.openModal("m", Map.of("deal", "3"), () -> heard.add("closed"), () -> heard.add("refused"));
        window.answer("openModal", JsonNodeFactory.instance.nullNode());
        host.openModal("m", Map.of("deal", "3"), () -> heard.add("closed"), () -> heard.add("refused"));
        window.fail("openModal");

        assertThat(heard).containsExactly("closed", "refused");
    }

    @Test
    void closesNoModalWhereThereIsNoHost() {
        host(false).closeModal();

        assertThat(window.calls("closeModal")).isEmpty();
    }

    @Test
    void offersTheAddressesTokenThenOneFreshOneAndNoMore() {
        FreshToken tokens = new FreshToken(host(true), (token, tooOld) -> {
            heard.add(String.valueOf(token));
            tooOld.run();
        });

        tokens.offer("first", () -> heard.add("exhausted"));
        window.answer("signedToken", "second");

        assertThat(heard).containsExactly("first", "second", "exhausted");
        assertThat(window.calls("signedToken")).hasSize(1);
    }

    @Test
    void givesUpWhenTheHostHasNoToken() {
        FreshToken tokens = new FreshToken(host(true), (token, _) -> heard.add(String.valueOf(token)));

        tokens.offer(null, () -> heard.add("exhausted"));
        window.fail("signedToken");

        assertThat(heard).containsExactly("exhausted");
    }

    @Test
    void canBeStoredWithItsSession() throws IOException {
        PanelHost host = new PanelHost(true);
        host.addVisibleListener(_ -> {});

        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(host);
        }
    }
}
