package io.dealdocs.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One browser, one cookie jar, two companies side by side: each tab stays its own company's. */
class TwoCompaniesJourney extends DemoJourney {

    @Test
    void tabsOfTwoCompaniesInOneBrowserNeverMix() {
        Person ada = person(Demo.ACME, 1001);
        Person gus = new Person(ada.profile(), Demo.GLOBEX, 1001);
        ada.install();
        gus.install();
        ada.openDeal(1);
        gus.openDeal(1);
        assertThat(ada.line("Contract.docx").first()).isVisible();
        assertThat(gus.line("Feasibility study.docx")).isVisible();

        for (int round = 0; round < 3; round++) {
            mark(ada, "Acme " + round);
            mark(gus, "Globex " + round);
        }
        assertThat(names(ada)).contains("Acme 0.docx", "Acme 2.docx").noneMatch(name -> name.startsWith("Globex"));
        assertThat(names(gus)).contains("Globex 0.docx", "Globex 2.docx").noneMatch(name -> name.startsWith("Acme"));
        ada.picture("tenants-acme");
        gus.picture("tenants-globex");
        ada.profile().close();
    }

    @Test
    void benHasNoWayToAdasPrivateDeal() {
        Person ada = person(Demo.ACME, 1001);
        ada.install();
        Person ben = person(Demo.ACME, 1002);
        ben.install();
        ada.openDeal(2);
        EditorTab tab = ada.open("Confidential terms.docx").ready();
        String address = tab.page().url();
        tab.close();

        Page page = ben.page();
        page.navigate(address);
        if (page.getByTestId("consent-allow").isVisible()) {
            page.getByTestId("consent-allow").click();
        }
        assertThat(page.getByTestId("state-card")).isVisible();
        FrameLocator editor = page.frameLocator("document-editor iframe");
        assertThat(editor.getByTestId("page")).hasCount(0);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "editor-private-deal.png")));
        ada.profile().close();
        ben.profile().close();
    }

    private static void mark(Person person, String title) {
        EditorTab tab = person.create(title, "docx").ready();
        tab.close();
        assertThat(person.find(title + ".docx")).isVisible();
    }

    private static List<String> names(Person person) {
        person.openDeal(1);
        assertThat(person.line("Contract.docx")
                        .or(person.line("Feasibility study.docx"))
                        .first())
                .isVisible();
        return person.panel().locator("[data-testid=file-row]").all().stream()
                .map((Locator line) -> line.getAttribute("data-name"))
                .toList();
    }
}
