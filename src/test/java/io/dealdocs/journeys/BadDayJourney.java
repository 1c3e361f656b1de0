package io.dealdocs.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see when something is not as it should be: what happened, and what to do. */
class BadDayJourney extends DemoJourney {

    private static final double PATIENCE = 30_000;
    private final Person cleo = person(Demo.ACME, 1003);

    @BeforeEach
    void sitDown() {
        cleo.install();
    }

    @AfterEach
    void leave() {
        cleo.profile().request().post(Demo.DOCS + "/__sandbox/reset");
        cleo.profile().close();
    }

    @Test
    void aDocsServerThatDoesNotAnswerIsNamedAndCanBeTriedAgain() {
        cleo.openDeal(1);
        tell(Demo.DOCS, Map.of("fault", "api-js-503", "times", 1));
        EditorTab tab = cleo.open("Budget.xlsx");
        Locator card = tab.page().getByTestId("state-card");
        assertThat(card).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        tab.picture("editor-docs-unreachable-dark");
        tab.page().getByTestId("try-again").click();
        tab.ready().close();
    }

    @Test
    void whoseConsentIsDeadIsToldBeforeAnythingElseAndReconnects() {
        tell(Demo.ACME, Map.of("name", "expireAccessTokens"));
        tell(Demo.ACME, Map.of("name", "invalidateRefreshTokens"));
        cleo.openDeal(1);
        Locator card = cleo.panel().getByTestId("state-card");
        assertThat(card).isVisible();
        cleo.picture("panel-reconnect-dark");
        // A tab opened from the sandboxed frame could not send the consent's form: the host opens it.
        card.locator("a").first().click();
        Page consent = cleo.page()
                .waitForPopup(() -> cleo.page().getByTestId("snackbar-link").click());
        consent.getByTestId("consent-allow").click();
        assertThat(consent.getByTestId("settings-body")).isVisible();
        consent.close();
        cleo.openDeal(1);
        assertThat(cleo.line("Budget.xlsx")).isVisible();
    }

    @Test
    void thePanelFollowsTheThemeAtOnce() {
        cleo.openDeal(1);
        assertThat(cleo.line("Budget.xlsx")).isVisible();
        assertThat(cleo.panel().locator("html[data-theme=dark]")).isVisible();
        cleo.page().getByTestId("theme-toggle").click();
        assertThat(cleo.panel().locator("html[data-theme=light]")).isVisible();
        cleo.page().getByTestId("theme-toggle").click();
        assertThat(cleo.panel().locator("html[data-theme=dark]")).isVisible();
        cleo.picture("panel-dark");
    }

    private void tell(String standIn, Map<String, Object> fault) {
        cleo.profile()
                .request()
                .post(standIn + "/__sandbox/fault", RequestOptions.create().setData(fault));
    }
}
