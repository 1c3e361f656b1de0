package io.dealdocs.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An admin whose proxy needs the Authorization header for itself moves the tokens to another one. */
class HeaderJourney extends DemoJourney {

    private static final String HEADER = "AuthorizationJwt";
    private static final long ADA = 1001;
    private final Person ada = person(Demo.ACME, ADA);

    @AfterEach
    void putBack() {
        tellDocs("Authorization");
        save("Authorization");
        ada.profile().close();
    }

    @Test
    void theHeaderThatTheAdminSetsIsUsedOnEveryLeg() {
        ada.install();
        tellDocs(HEADER);
        save(HEADER);
        ada.picture("settings-saved");

        ada.openDeal(7);
        EditorTab tab = ada.create("With another header", "docx").ready();
        tab.type("arrived by another header");
        tab.saved();
        tab.close();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            ada.openDeal(7);
            assertThat(OfficeText.of("docx", ada.contentInPipedrive("With another header.docx")))
                    .contains("arrived by another header");
        });
        String requests =
                ada.profile().request().get(Demo.DOCS + "/__sandbox/requests").text();
        assertThat(requests).contains("\"tokenHeader\":\"" + HEADER + "\"");
    }

    private void tellDocs(String header) {
        APIResponse answer = ada.profile()
                .request()
                .post(Demo.DOCS + "/__sandbox/settings", RequestOptions.create().setData(Map.of("header", header)));
        assertThat(answer.ok()).isTrue();
    }

    private void save(String header) {
        FrameLocator settings = ada.openSettings();
        settings.locator("#docs-address input").fill(Demo.DOCS);
        settings.locator("#docs-header input").fill(header);
        if (settings.locator("#replace-secret").isVisible()) {
            settings.locator("#replace-secret").click();
        }
        settings.locator("#docs-secret input").fill("docs-sandbox-secret-for-demos-and-tests");
        settings.locator("#save-settings").click();
        assertThat(settings.locator("#settings-result"))
                .containsText("Connected", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }
}
