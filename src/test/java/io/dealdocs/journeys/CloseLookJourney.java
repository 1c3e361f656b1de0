package io.dealdocs.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person looks for a document, looks at it closely, and uploads several files of which one is refused. */
class CloseLookJourney extends DemoJourney {

    @Test
    void findsADocumentAmongManyAndLooksAtItClosely() {
        Person ada = person(Demo.ACME, 1001);
        ada.install();
        ada.openDeal(8);
        FrameLocator panel = ada.panel();
        assertThat(panel.locator("#search input")).isVisible();
        ada.picture("list-long");

        panel.locator("#search input").fill("archive 003");
        assertThat(panel.getByTestId("file-row")).hasCount(1);
        ada.picture("list-search");
        panel.locator("#search input").fill("nobody");
        assertThat(panel.getByTestId("nothing-found")).containsText("nobody");
        panel.locator("#search input").fill("");
        panel.locator("#order").selectOption("NAME");
        assertThat(panel.getByTestId("file-row").first()).hasAttribute("data-name", "Archive 001.txt");
        ada.profile().close();
    }

    @Test
    void renamesADocumentAndReadsAnOlderVersion() {
        Person ada = person(Demo.ACME, 1001);
        ada.install();
        ada.openDeal(5);
        ada.create("Close look", "docx").ready().close();
        ada.find("Close look.docx").getByTestId("details").click();
        Locator details = ada.panel().getByTestId("details");
        assertThat(details.getByTestId("version-1")).isVisible();
        ada.picture("details");

        details.locator("#rename").click();
        ada.panel().locator("#new-name input").fill("Closer look");
        details.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rename"))
                .last()
                .click();
        assertThat(details.locator("h2")).hasText("Closer look.docx");
        assertThat(ada.filesInPipedrive("Closer look.docx")).hasCount(1);

        Page tab = ada.page()
                .waitForPopup(() -> details.getByTestId("version-1")
                        .locator("[data-opens-tab]")
                        .click());
        assertThat(tab.locator("[data-testid=notice]")).containsText("one version of this document");
        tab.close();
        ada.panel().locator("#back-to-list").click();
        assertThat(ada.find("Closer look.docx")).isVisible();
        ada.profile().close();
    }

    @Test
    void uploadsSeveralFilesOfWhichOneIsRefused() throws Exception {
        Path folder = Files.createTempDirectory("uploads");
        Path empty = Files.createFile(folder.resolve("Empty.txt"));
        Path notes = Files.writeString(folder.resolve("Notes.txt"), "a few words");
        Path drawing = Files.writeString(folder.resolve("Drawing.dwg"), "lines");
        Person ada = person(Demo.ACME, 1001);
        ada.install();
        ada.openDeal(5);
        ada.newDocument();
        ada.modal().locator("#tab-upload").click();
        ada.modal().locator("#upload input[type=file]").setInputFiles(new Path[] {empty, notes, drawing});

        assertThat(ada.modal().locator("body")).containsText("This file is empty");
        assertThat(ada.modal().locator("body")).containsText("does not open in the editor");
        ada.picture("upload-several");
        for (String name : List.of("Notes.txt", "Drawing.dwg")) {
            assertThat(ada.modal().locator("body")).containsText(name);
        }
        ada.profile().close();
    }
}
