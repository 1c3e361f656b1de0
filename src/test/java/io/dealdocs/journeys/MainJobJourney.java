package io.dealdocs.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job, as a newcomer does it: install, open the deal, create, upload, edit together, find it saved back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobJourney extends DemoJourney {

    private static final long ADA = 1001;
    private static final long BEN = 1002;
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final List<String> KINDS = List.of("docx", "xlsx", "pptx");

    private static Person ada;

    @BeforeAll
    static void sitDown() {
        ada = person(Demo.ACME, ADA);
    }

    @Test
    @Order(1)
    void adaInstallsAndSeesHerDeal() {
        ada.install();
        ada.openDeal(5);
        assertThat(ada.panel().locator("#new-document")).isVisible();
        ada.picture("panel-empty-deal");
        ada.openDeal(1);
        assertThat(ada.line("Contract.docx").first()).isVisible();
        ada.picture("panel-deal-1");
    }

    @Test
    @Order(2)
    void whatSheCreatesAndTypesIsInTheDealOnceAndThereWhenSheComesBack() {
        ada.openDeal(5);
        for (String kind : KINDS) {
            EditorTab tab = ada.create("Offer", kind).ready();
            tab.type("Typed into the " + kind);
            tab.saved();
            tab.picture("editor-" + kind);
            tab.close();
        }
        for (String kind : KINDS) {
            String name = "Offer." + kind;
            await().atMost(QUIET).untilAsserted(() -> {
                ada.openDeal(5);
                assertThat(OfficeText.of(kind, ada.contentInPipedrive(name))).contains("Typed into the " + kind);
            });
            assertThat(ada.line(name)).hasCount(1);
            EditorTab again = ada.open(name).ready();
            assertThat(again.editor().getByText("Typed into the " + kind)).isVisible();
            again.close();
        }
        ada.picture("panel-three-offers");
    }

    @Test
    @Order(3)
    void twoWhoOpenAFileFirstInTheSameSecondMeetInOneDocument() {
        Person ben = person(Demo.ACME, BEN);
        ben.install();
        ada.openDeal(1);
        ben.openDeal(1);
        String name = "Offer Northwind.docx";
        String before = ada.idInPipedrive(name);

        EditorTab adas = ada.open(name);
        EditorTab bens = ben.open(name);
        adas.type("from Ada, together");
        bens.type("from Ben, together");
        assertThat(adas.editor().getByText("from Ben, together")).isVisible();
        assertThat(bens.editor().getByText("from Ada, together")).isVisible();
        adas.picture("editor-together");
        adas.close();
        bens.close();

        await().atMost(QUIET).untilAsserted(() -> {
            ada.openDeal(1);
            assertThat(ada.idInPipedrive(name)).isNotEqualTo(before);
        });
        assertThat(OfficeText.of("docx", ada.contentInPipedrive(name)))
                .contains("from Ada, together", "from Ben, together");
        ben.profile().close();
    }

    @Test
    @Order(4)
    void anUploadedFileIsThereAtOnceCanBeDownloadedAndDeleted(@TempDir Path folder) throws IOException {
        String name = "Notes für Müller " + System.currentTimeMillis() + ".txt";
        Path file = Files.writeString(folder.resolve(name), "some notes");
        ada.openDeal(5);
        ada.upload(file);
        assertThat(ada.line(name)).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        await().atMost(QUIET).untilAsserted(() -> {
            ada.openDeal(5);
            assertThat(ada.contentInPipedrive(name)).asString().isEqualTo("some notes");
        });

        Download download = ada.download(name);
        assertThat(download.suggestedFilename()).isEqualTo(name);
        assertThat(Files.readString(download.path())).isEqualTo("some notes");

        ada.line(name).getByTestId("delete").click();
        assertThat(ada.page().getByTestId("confirmation-title")).containsText(name);
        ada.picture("panel-delete-confirmation");
        ada.page().getByTestId("confirmation-ok").click();
        assertThat(ada.line(name)).hasCount(0);
        // Until the time to take it back is over, Pipedrive still has it.
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    ada.openDeal(5);
                    assertThat(ada.filesInPipedrive(name).count()).isZero();
                });
    }

    @Test
    @Order(5)
    void aPdfAndAnOdtOpenForViewing() {
        ada.openDeal(1);
        for (String name : List.of("Floor plan.pdf", "Requirements.odt")) {
            assertThat(ada.find(name).getByTestId("open")).hasAttribute("title", "View " + name);
            EditorTab tab = ada.open(name).ready();
            assertThat(tab.editor().getByTestId("mode")).hasText("Viewing");
            tab.picture("viewer-" + name);
            tab.close();
        }
    }

    @Test
    @Order(6)
    void theTextSurvivesTwoPowerFailuresAndIsInPipedriveOnce() {
        for (String round : List.of("first", "second")) {
            ada.openDeal(5);
            EditorTab tab = ada.open("Offer.docx").ready();
            tab.type("before the " + round + " failure");
            tab.saved();
            tab.close();
            assertThat(ada.line("Offer.docx").getByTestId("file-state"))
                    .containsText(
                            "waiting",
                            new LocatorAssertions.ContainsTextOptions()
                                    .setIgnoreCase(true)
                                    .setTimeout(20_000));
            powerFailure();
            await().atMost(QUIET).untilAsserted(() -> {
                ada.openDeal(5);
                assertThat(OfficeText.of("docx", ada.contentInPipedrive("Offer.docx")))
                        .containsOnlyOnce("before the " + round + " failure");
            });
            assertThat(ada.line("Offer.docx")).hasCount(1);
        }
    }
}
