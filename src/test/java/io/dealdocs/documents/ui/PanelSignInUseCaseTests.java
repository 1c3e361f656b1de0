package io.dealdocs.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.ui.TestWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The panel finds out who it belongs to. */
class PanelSignInUseCaseTests {

    private static final String HOSTED = "panel?resource=deal&selectedIds=3&id=frame-1&token=";

    private final DocumentPages pages = new DocumentPages(PanelView.class, "modal-1");

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void takesTheTokenOutOfTheAddressAndKeepsTheRest() {
        TestWindow window = pages.open(HOSTED + "ada");

        assertThat(window.everythingAsked()).contains("[null, panel?resource=deal&selectedIds=3&id=frame-1");
    }

    @Test
    void asksTheHostForAFreshTokenWhenTheFirstIsTooOld() {
        TestWindow window = pages.open(HOSTED + "old");
        assertThat(window.calls("signedToken")).hasSize(1);
        assertThat(pages.documents.done).isEmpty();

        window.answer("signedToken", "ada");

        assertThat(pages.documents.done).containsExactly("list 7:1 3");
    }

    @Test
    void asksTheHostForATokenWhenTheAddressHasNone() {
        TestWindow window = pages.open("panel?resource=deal&selectedIds=3&id=frame-1");

        window.answer("signedToken", "ben");

        assertThat(pages.documents.done).containsExactly("list 7:2 3");
    }

    @Test
    void saysSoWhenEvenTheFreshTokenIsTooOldAndAsksNoMore() {
        TestWindow window = pages.open(HOSTED + "old");

        window.answer("signedToken", "old");

        assertThat(window.text()).contains("We could not tell who you are");
        assertThat(window.calls("signedToken")).hasSize(1);
    }

    @Test
    void letsNobodyInWithATokenThatPipedriveDidNotSign() {
        TestWindow window = pages.open(HOSTED + "forged");

        assertThat(window.text()).contains("We could not tell who you are");
        assertThat(window.calls("signedToken")).isEmpty();
        assertThat(pages.documents.done).isEmpty();
    }

    @Test
    void offersToConnectAndGoesOnWhenThePersonComesBack() {
        TestWindow window = pages.open(HOSTED + "new");
        assertThat(window.text()).contains("Connect DealDocs to Pipedrive", "I have connected");

        ComponentUtil.fireEvent(
                window.find(PanelHost.class).single(),
                new PanelHost.BecameVisible(window.find(PanelHost.class).single(), true, 4000));
        window.answer("signedToken", "ada");

        assertThat(pages.documents.done).containsExactly("list 7:1 3");
    }

    @Test
    void offersToReconnectWhenTheConsentIsDead() {
        TestWindow window = pages.open(HOSTED + "dead");

        assertThat(window.text()).contains("Connect DealDocs again", "Reconnect");
    }

    @Test
    void asksForADealWhereThereIsNone() {
        TestWindow person = pages.open("panel?resource=person&selectedIds=3&id=f&token=ada");
        TestWindow many = pages.open("panel?resource=deal&selectedIds=3,4&id=f&token=ada");

        assertThat(person.text()).contains("Open this from a deal");
        assertThat(many.text()).contains("Open this from a deal");
        assertThat(pages.documents.done).isEmpty();
    }
}
