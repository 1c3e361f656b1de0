package io.dealdocs.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A company that prefers strict co-editing: unsaved text is in no callback, so leaving with it asks first. */
class StrictJourney extends DemoJourney {

    private final Person ada = person(Demo.ACME, 1001);

    @AfterEach
    void putBack() {
        choose("Fast");
        ada.profile().close();
    }

    @Test
    void unsavedTextIsGuardedAndSavedTextIsKept() {
        ada.install();
        choose("Strict");
        ada.openDeal(7);
        EditorTab created = ada.create("Strictly", "docx").ready();
        String address = created.page().url();
        created.close();

        // The address that never dies, in a tab of its own: a tab opened from a sandboxed frame may not ask anything.
        EditorTab tab = new EditorTab(ada.profile().newPage());
        tab.page().navigate(address);
        tab.type("not saved yet");
        assertThat(tab.editor().locator("body[data-state=unsaved]")).isVisible();
        assertThat(asksBeforeLeaving(tab)).isTrue();

        tab.page().keyboard().press("Control+s");
        tab.saved();
        assertThat(asksBeforeLeaving(tab)).isFalse();
        tab.close();
    }

    /** What the browser finds out when the tab is about to go. */
    private static boolean asksBeforeLeaving(EditorTab tab) {
        return (boolean)
                tab.page().evaluate("() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))");
    }

    private void choose(String mode) {
        FrameLocator settings = ada.openSettings();
        settings.locator("#docs-address input").fill(Demo.DOCS);
        if (settings.locator("#replace-secret").isVisible()) {
            settings.locator("#replace-secret").click();
        }
        settings.locator("#docs-secret input").fill("docs-sandbox-secret-for-demos-and-tests");
        settings.locator("#co-editing vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(mode))
                .locator("input")
                .check();
        settings.locator("#save-settings").click();
        assertThat(settings.locator("#settings-result")).containsText("Connected");
    }
}
