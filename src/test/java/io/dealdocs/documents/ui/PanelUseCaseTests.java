package io.dealdocs.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.component.virtuallist.VirtualListTester;
import io.dealdocs.access.CurrentMember;
import io.dealdocs.documents.DealChanged;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealNews;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Subject;
import io.dealdocs.ui.FakeSignIn;
import io.dealdocs.ui.TestWindow;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** A person looks at a deal's documents in the panel. */
class PanelUseCaseTests {

    private static final String HOSTED = "panel?resource=deal&selectedIds=3&id=frame-1&token=";
    private static final String PLAIN = "panel?resource=deal&selectedIds=3&token=";

    private final DocumentPages pages = new DocumentPages(PanelView.class, "modal-1");

    @AfterEach
    void close() {
        pages.close();
    }

    private static VirtualListTester<VirtualList<DealFile>, DealFile> list(TestWindow window) {
        @SuppressWarnings("unchecked")
        VirtualList<DealFile> list = window.find(VirtualList.class).single();
        return window.context().test(list, DealFile.class);
    }

    private static String property(TestWindow window, int row, String name) {
        return list(window).getLitRendererPropertyValue(row, name, String.class);
    }

    @Test
    void showsTheDealsDocumentsInTheMembersLanguage() {
        pages.documents.holds(
                FakeDealDocuments.file("d1", "Offer.docx", DealFile.Opening.EDIT),
                FakeDealDocuments.file("f2", "Contract.pdf", DealFile.Opening.VIEW));

        TestWindow ada = pages.open(HOSTED + "ada");

        assertThat(pages.documents.done).containsExactly("list 7:1 3");
        assertThat(list(ada).size()).isEqualTo(2);
        assertThat(property(ada, 0, "about")).isEqualTo("48 KB · Nov 20 · Ada Lee");
        assertThat(property(ada, 0, "opening")).isEqualTo("Edit Offer.docx");
        assertThat(property(ada, 1, "opening")).isEqualTo("View Contract.pdf");
        TestWindow ben = pages.open(HOSTED + "ben");
        assertThat(property(ben, 0, "opening")).isEqualTo("Editar Offer.docx");
        assertThat(ben.text()).contains("Criar ou enviar documento");
    }

    @Test
    void leadsToGoogleForWhatGoogleHolds() {
        pages.documents.holds(FakeDealDocuments.file("f1", "Plan", DealFile.Opening.GOOGLE));

        TestWindow window = pages.open(HOSTED + "ada");

        assertThat(property(window, 0, "outside")).isEqualTo("https://drive.google.com/open?id=1A2B3C4D5E6F");
        assertThat(property(window, 0, "opening")).isEqualTo("Open Plan at Google");
        assertThat(property(window, 0, "leaving")).contains("opens at Google");
    }

    @Test
    void tellsWhoEditsAndWhatPipedriveLacks() {
        pages.documents.holds(
                FakeDealDocuments.edited("d1", DealFile.State.WAITING, "Ben Cole", "Cy Doe"),
                FakeDealDocuments.edited("d2", DealFile.State.NEEDS_ATTENTION),
                FakeDealDocuments.edited("d3", DealFile.State.IN_PIPEDRIVE));

        TestWindow window = pages.open(HOSTED + "ada");

        assertThat(property(window, 0, "state")).isEqualTo("Editing: Ben Cole and Cy Doe · Waiting for Pipedrive");
        assertThat(property(window, 1, "state")).isEqualTo("Needs attention");
        assertThat(property(window, 1, "mood")).isEqualTo("warn");
        assertThat(property(window, 2, "state")).isEmpty();
    }

    @Test
    void showsAnEmptyDealAsAnInvitation() {
        TestWindow window = pages.open(HOSTED + "ada");

        assertThat(window.text()).contains("No documents yet", "Create or upload document");
    }

    @Test
    void tellsARefusalInItsOwnWordsWithAWayOut() {
        pages.documents.refuse(Refusal.Reason.QUOTA_USED_UP, Instant.parse("2026-11-24T23:00:00Z"));
        TestWindow window = pages.open(HOSTED + "ada");
        assertThat(window.text())
                .contains("used up its daily limit", "November 25, 2026")
                .doesNotContain("Create or upload document");

        pages.documents.relent();
        click(window, "Try again");

        assertThat(window.text()).contains("No documents yet", "Create or upload document");
    }

    @Test
    void tellsAFaultWithItsReferenceAndNeverTheException() {
        pages.documents.breakDown();

        TestWindow window = pages.open(HOSTED + "ada");

        assertThat(window.text()).contains("fault on our side", "reference: ").doesNotContain("nobody foresaw");
    }

    @Test
    void keepsTheListWhenPipedriveFallsSilentLater() {
        pages.documents.holds(FakeDealDocuments.file("d1", "Offer.docx", DealFile.Opening.EDIT));
        TestWindow window = pages.open(HOSTED + "ada");

        pages.documents.refuse(Refusal.Reason.PIPEDRIVE_SILENT);
        changed(7, 3);
        window.settle();

        assertThat(window.text()).contains("Pipedrive does not answer at the moment");
        assertThat(list(window).size()).isEqualTo(1);
    }

    @Test
    void takesTheListAwayWhenTheRightsEnd() {
        pages.documents.holds(FakeDealDocuments.file("d1", "Offer.docx", DealFile.Opening.EDIT));
        TestWindow window = pages.open(HOSTED + "ada");

        pages.documents.refuse(Refusal.Reason.DEAL_GONE);
        changed(7, 3);
        window.settle();

        assertThat(window.find(VirtualList.class).exists()).isFalse();
        assertThat(window.text()).contains("This deal does not exist any more");
    }

    @Test
    void saysInOneSentenceWhenTheListIsOnlyWhatIsKnown() {
        pages.documents.holds(FakeDealDocuments.file("d1", "Offer.docx", DealFile.Opening.EDIT));
        pages.documents.remember(Instant.parse("2026-11-20T14:05:00Z"), Refusal.Reason.PIPEDRIVE_SILENT);

        TestWindow window = pages.open(HOSTED + "ada");

        assertThat(list(window).size()).isEqualTo(1);
        assertThat(window.text())
                .contains("Pipedrive does not answer at the moment: this is the list as of November 20");
        pages.documents.remember(null, Refusal.Reason.QUOTA_USED_UP, Instant.parse("2026-11-24T23:00:00Z"));
        click(window, "Try again");
        assertThat(window.text())
                .contains(
                        "used up its daily limit",
                        "renewed on November 25, 2026",
                        "only the documents that DealDocs keeps");

        pages.documents.relent();
        click(window, "Try again");

        assertThat(window.text()).doesNotContain("daily limit", "Try again");
        assertThat(list(window).size()).isEqualTo(1);
    }

    @Test
    void looksAgainWhenNewsMayHaveBeenMissed() {
        TestWindow window = pages.open(HOSTED + "ada");

        pages.pages.bean(DealChanges.class).on(new DealNews.Missed());

        await().pollInSameThread().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            window.settle();
            assertThat(pages.documents.done).hasSize(2);
        });
    }

    private void changed(long company, long deal) {
        pages.pages.bean(DealChanges.class).on(new DealChanged(new CompanyId(company), Subject.of(new DealId(deal))));
    }

    @Test
    void looksAgainWhenTheDealChangedAndOnlyThen() {
        TestWindow window = pages.open(HOSTED + "ada");
        pages.documents.holds(FakeDealDocuments.file("d1", "Offer.docx", DealFile.Opening.EDIT));

        changed(7, 4);
        changed(8, 3);
        window.settle();
        assertThat(pages.documents.done).hasSize(1);
        changed(7, 3);
        window.settle();

        assertThat(list(window).size()).isEqualTo(1);
    }

    @Test
    void looksAgainAfterALongAbsenceOnly() {
        TestWindow window = pages.open(HOSTED + "ada");
        PanelHost host = window.find(PanelHost.class).single();

        ComponentUtil.fireEvent(host, new PanelHost.BecameVisible(host, true, 29_000));
        assertThat(pages.documents.done).hasSize(1);
        ComponentUtil.fireEvent(host, new PanelHost.BecameVisible(host, true, 31_000));

        assertThat(pages.documents.done).hasSize(2);
    }

    @Test
    void sendsTheWaitingTabToTheEditor() {
        pages.documents.holds(FakeDealDocuments.file("d1", "Offer.docx", DealFile.Opening.EDIT));
        TestWindow window = pages.open(HOSTED + "ada" + "&theme=dark");

        act(window, "openFile");

        assertThat(pages.sessions.done()).containsExactly("prepare 7:1 3 d1");
        assertThat(window.lastCall("sendTab")).contains("documents/d1?ticket=once&theme=dark");
    }

    @Test
    void closesTheWaitingTabAndSaysWhyADocumentDoesNotOpen() {
        pages.documents.holds(FakeDealDocuments.file("d1", "Offer.docx", DealFile.Opening.EDIT));
        pages.sessions.refuse(Refusal.Reason.DOCS_MISSING_ADMIN);
        TestWindow window = pages.open(HOSTED + "ada");

        act(window, "openFile");

        assertThat(window.calls("closeTab")).hasSize(1);
        assertThat(window.text()).contains("No document server is set up yet", "Open settings");
    }

    @Test
    void ignoresADeedThatTheLineDoesNotOffer() {
        pages.documents.holds(FakeDealDocuments.file("f1", "Photo.heic", DealFile.Opening.NONE));
        TestWindow window = pages.open(HOSTED + "ada");

        act(window, "openFile");

        assertThat(pages.sessions.done()).isEmpty();
        assertThat(property(window, 0, "opening")).isEqualTo("No editor can show Photo.heic: download it");
    }

    @Test
    void deletesOnlyAfterAYesToAQuestionThatNamesTheFile() {
        pages.documents.holds(FakeDealDocuments.file("d1", "Offer.docx", DealFile.Opening.EDIT));
        TestWindow window = pages.open(HOSTED + "ada");

        act(window, "deleteFile");
        assertThat(window.lastCall("confirm")).contains("Delete “Offer.docx”?");
        window.answer("confirm", JsonNodeFactory.instance.booleanNode(false));
        assertThat(pages.documents.done).doesNotContain("delete 7:1 3 d1");
        act(window, "deleteFile");
        window.answer("confirm", JsonNodeFactory.instance.booleanNode(true));

        assertThat(pages.documents.done).contains("delete 7:1 3 d1");
        assertThat(window.text()).contains("“Offer.docx” was deleted.", "Undo", "No documents yet");
    }

    @Test
    void downloadsByAnAddressThatNeedsNoCookie() {
        pages.documents.holds(FakeDealDocuments.file("d1", "Offer.docx", DealFile.Opening.EDIT));
        TestWindow window = pages.open(HOSTED + "ada");

        act(window, "saveFile");

        assertThat(window.lastCall("download")).contains("downloads/", "Offer.docx is ready to download.");
    }

    @Test
    void opensPipedrivesModalForNewDocumentsAndLooksAgainWhenItCloses() {
        TestWindow window = pages.open(HOSTED + "ada");

        click(window, "Create or upload document");
        assertThat(window.lastCall("openModal")).contains("modal-1", "deal");
        assertThat(window.find(Dialog.class).exists()).isFalse();
        window.answer("openModal", JsonNodeFactory.instance.nullNode());

        assertThat(pages.documents.done).hasSize(2);
    }

    @Test
    void opensADialogOfItsOwnWhereThereIsNoHostOrItRefuses() {
        TestWindow plain = pages.open(PLAIN + "ada");
        click(plain, "Create or upload document");
        assertThat(plain.find(Dialog.class).single().isOpened()).isTrue();

        TestWindow hosted = pages.open(HOSTED + "ada");
        click(hosted, "Create or upload document");
        hosted.fail("openModal");
        assertThat(hosted.find(Dialog.class).single().isOpened()).isTrue();
    }

    @Test
    void keepsTwoMembersInTwoWindowsOfOneBrowserApart() {
        TestWindow ada = pages.open(HOSTED + "ada");
        TestWindow ben = pages.pages.window(ada.context()).open(HOSTED + "ben");
        pages.documents.holds(FakeDealDocuments.file("d1", "Offer.docx", DealFile.Opening.EDIT));
        changed(7, 3);
        ada.activate().settle();
        ben.activate().settle();

        ada.activate();
        act(ada, "openFile");
        ben.activate();
        act(ben, "openFile");
        ada.activate();
        act(ada, "openFile");

        assertThat(pages.sessions.done()).containsExactly("prepare 7:1 3 d1", "prepare 7:2 3 d1", "prepare 7:1 3 d1");
        assertThat(CurrentMember.of(ada.context().getUI())).contains(FakeSignIn.ADA);
        assertThat(CurrentMember.of(ben.context().getUI())).contains(FakeSignIn.BEN);
    }

    @Test
    void hearsNoNewsAfterThePanelIsGone() {
        TestWindow window = pages.open(HOSTED + "ada");

        window.context().getUI().removeAll();
        changed(7, 3);

        assertThat(pages.documents.done).hasSize(1);
    }

    private static void act(TestWindow window, String deed) {
        list(window).invokeLitRendererFunction(0, deed);
        window.settle();
    }

    private static void click(TestWindow window, String text) {
        window.context().test(window.find(Button.class).withText(text).single()).click();
        window.settle();
    }
}
