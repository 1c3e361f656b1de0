package io.dealdocs.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.FileRejectedEvent;
import com.vaadin.flow.component.upload.Upload;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.TestWindow;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person creates or uploads a document in the modal. */
class CreateUseCaseTests {

    private static final String HOSTED = "create?data=%7B%22deal%22:%223%22%7D&id=frame-2&token=";

    private final DocumentPages pages = new DocumentPages(CreateView.class, "modal-1");

    @AfterEach
    void close() {
        pages.close();
    }

    private static TextField title(TestWindow window) {
        return window.find(TextField.class).withId("title").single();
    }

    private static Button create(TestWindow window) {
        return window.find(Button.class).withId("create-document").single();
    }

    private static void type(TestWindow window, String text) {
        window.context().test(title(window)).setValue(text);
        window.settle();
    }

    private static void submit(TestWindow window) {
        window.context().test(create(window)).click();
        window.settle();
    }

    @Test
    void createsTheDocumentOpensItAndClosesTheModal() {
        TestWindow window = pages.open(HOSTED + "ada");
        assertThat(title(window).getValue()).isEqualTo("New document");
        assertThat(title(window).isAutoselect()).isTrue();

        type(window, "  Offer for Brightwave ");
        kind(window).setValue(DocumentKind.SPREADSHEET);
        submit(window);

        assertThat(pages.documents.done).contains("create 7:1 3 SPREADSHEET Offer for Brightwave");
        assertThat(pages.sessions.done()).hasSize(1);
        assertThat(window.lastCall("sendTab")).contains("created-document", "?ticket=once");
        assertThat(window.lastCall("showSnackbar")).contains("“Offer for Brightwave” is in the deal");
        assertThat(window.lastCall("showSnackbar")).contains("Open", "https://app.example/documents/");
        assertThat(window.calls("closeModal")).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<DocumentKind> kind(TestWindow window) {
        return window.find(RadioButtonGroup.class).withId("kind").single();
    }

    @Test
    void opensATabInTheClickOnlyWhileThereIsATitle() {
        TestWindow window = pages.open(HOSTED + "ada");
        assertThat(create(window).getElement().getAttribute("data-opens-tab")).isEqualTo("created-document");

        type(window, "  ");
        assertThat(create(window).getElement().hasAttribute("data-opens-tab")).isFalse();
        type(window, "Offer");

        assertThat(create(window).getElement().hasAttribute("data-opens-tab")).isTrue();
    }

    @Test
    void letsEnterCreate() {
        TestWindow window = pages.open(HOSTED + "ada");

        assertThat(title(window).getElement().getAttribute("data-enter-clicks")).isEqualTo("create-document");
    }

    @Test
    void tellsAtTheFieldWhatIsWrongWithTheTitle() {
        TestWindow window = pages.open(HOSTED + "ada");
        type(window, "");
        submit(window);
        assertThat(title(window).isInvalid()).isTrue();
        assertThat(title(window).getErrorMessage()).isEqualTo("Enter a title.");

        pages.documents.refuse(Refusal.Reason.NAME_TOO_LONG, 190);
        type(window, "x".repeat(300));
        assertThat(title(window).isInvalid()).isFalse();
        submit(window);

        assertThat(title(window).getErrorMessage()).contains("190 characters");
        assertThat(window.calls("closeTab")).hasSize(2);
        assertThat(create(window).isEnabled()).isTrue();
        assertThat(window.calls("closeModal")).isEmpty();
    }

    @Test
    void tellsOtherRefusalsAboveTheFormAndKeepsTheTitle() {
        TestWindow window = pages.open(HOSTED + "ada");
        type(window, "Offer");
        pages.documents.refuse(Refusal.Reason.PIPEDRIVE_SILENT);

        submit(window);

        assertThat(window.text()).contains("Pipedrive does not answer at the moment");
        assertThat(title(window).getValue()).isEqualTo("Offer");
        assertThat(title(window).isInvalid()).isFalse();
    }

    @Test
    void tellsThatTheDocumentIsThereEvenIfItCannotBeOpenedNow() {
        TestWindow window = pages.open(HOSTED + "ada");
        pages.sessions.refuse(Refusal.Reason.DOCS_MISSING);

        submit(window);

        assertThat(window.calls("closeTab")).hasSize(1);
        assertThat(window.lastCall("showSnackbar"))
                .contains("“New document” is in the deal, but cannot be opened now", "Ask an administrator");
    }

    @Test
    void saysBeforeAFileIsChosenThatTheConsentIsDead() {
        pages.documents.refuse(Refusal.Reason.RECONNECT);

        TestWindow window = pages.open(HOSTED + "ada");

        assertThat(window.text()).contains("Pipedrive no longer accepts your consent", "Reconnect");
        assertThat(window.find(Upload.class).exists()).isFalse();
        assertThat(window.find(TextField.class).exists()).isFalse();
    }

    private static Upload upload(TestWindow window) {
        window.context().test(window.find(TabSheet.class).single()).select("Upload");
        window.settle();
        return window.find(Upload.class).single();
    }

    @Test
    void namesTheLimitOfAnUpload() {
        TestWindow window = pages.open(HOSTED + "ada");

        Upload upload = upload(window);

        assertThat(upload.getMaxFileSize()).isEqualTo((int) FakeDealDocuments.LIMIT);
        assertThat(window.text()).contains("Up to 50 MB per file");
        assertThat(upload.getI18n().getError().getFileIsTooBig()).contains("50 MB");
    }

    private static void send(TestWindow window, Upload upload, String name, byte[] bytes) {
        window.context().test(upload).upload(name, "application/octet-stream", bytes);
        window.settle();
    }

    private static Button button(TestWindow window, String testId) {
        return window.find(Button.class)
                .withAttribute("data-testid", testId)
                .all()
                .getFirst();
    }

    @Test
    void givesEachUploadedFileALineAndClosesTheModalWhenThePersonHasNoMore() {
        TestWindow window = pages.open(HOSTED + "ben");
        window.context().test(window.find(TabSheet.class).single()).select("Enviar");
        Upload upload = window.find(Upload.class).single();
        assertThat(window.text()).doesNotContain("Pronto");

        send(window, upload, "Contrato.zip", "bytes".getBytes(StandardCharsets.UTF_8));
        send(window, upload, "Oferta.docx", "more".getBytes(StandardCharsets.UTF_8));

        assertThat(pages.documents.done).contains("upload 7:2 3 Contrato.zip bytes", "upload 7:2 3 Oferta.docx more");
        assertThat(window.text()).contains("Contrato.zip", "Este formato não abre no editor", "Oferta.docx");
        assertThat(window.calls("closeModal")).isEmpty();
        window.context()
                .test(window.find(Button.class).withId("upload-done").single())
                .click();
        window.settle();
        assertThat(window.lastCall("showSnackbar")).contains("2 arquivos estão no negócio");
        assertThat(window.calls("closeModal")).hasSize(1);
    }

    @Test
    void offersToEditAnUploadedOfficeFileInATabThatTheClickOpens() {
        TestWindow window = pages.open(HOSTED + "ada");
        Upload upload = upload(window);
        send(window, upload, "Film.mp4", new byte[] {1});
        assertThat(window.find(Button.class)
                        .withAttribute("data-testid", "edit-now")
                        .exists())
                .isFalse();
        send(window, upload, "Offer.docx", new byte[] {1});
        Button edit = button(window, "edit-now");
        String tab = edit.getElement().getAttribute("data-opens-tab");

        window.context().test(edit).click();
        window.settle();

        assertThat(tab).startsWith("uploaded-");
        assertThat(window.lastCall("sendTab")).contains(tab, "?ticket=once");
        assertThat(window.calls("closeModal")).isEmpty();
    }

    @Test
    void tellsWhyAnUploadedFileCannotBeOpenedNow() {
        TestWindow window = pages.open(HOSTED + "ada");
        send(window, upload(window), "Offer.docx", new byte[] {1});
        pages.sessions.refuse(Refusal.Reason.DOCS_MISSING);

        window.context().test(button(window, "edit-now")).click();
        window.settle();

        assertThat(window.calls("closeTab")).hasSize(1);
        assertThat(window.text()).contains("Ask an administrator", "In the deal.");
    }

    @Test
    void saysThatAnUploadedFileSharesItsName() {
        pages.documents.holds(FakeDealDocuments.file("f1", "Offer.docx", DealFile.Opening.EDIT));
        TestWindow window = pages.open(HOSTED + "ada");
        Upload upload = upload(window);

        send(window, upload, "offer.docx", new byte[] {1});
        assertThat(window.text()).contains("another file has the same name");
        send(window, upload, "Other.docx", new byte[] {1});
        assertThat(window.text()).contains("In the deal. ");
    }

    @Test
    void keepsTheFilesThatArrivedWhenAnotherIsNotTaken() {
        TestWindow window = pages.open(HOSTED + "ada");
        Upload upload = upload(window);
        send(window, upload, "Offer.docx", new byte[] {1});
        pages.documents.refuse(Refusal.Reason.FILE_TOO_LARGE, 52_428_800L);
        send(window, upload, "Film.mp4", new byte[] {1});

        assertThat(window.text()).contains("Offer.docx").doesNotContain("Film.mp4");
        assertThat(window.calls("closeModal")).isEmpty();
        pages.documents.relent();
        send(window, upload, "Film.mp4", new byte[] {1});
        assertThat(window.text()).contains("Film.mp4");
    }

    @Test
    void givesAFileThatTheBrowserDoesNotEvenSendALineWithTheReason() {
        TestWindow window = pages.open(HOSTED + "ada");
        Upload upload = upload(window);

        ComponentUtil.fireEvent(
                upload,
                new FileRejectedEvent(upload, upload.getI18n().getError().getFileIsTooBig(), "Film.mp4"));
        ComponentUtil.fireEvent(upload, new FileRejectedEvent(upload, "Another reason.", "Other.mp4"));
        window.settle();

        assertThat(window.text())
                .contains("Film.mp4", "This file is too large. The limit is 50 MB.", "Other.mp4", "Another reason.");
    }

    private static String offered(TestWindow window) {
        window.context().test(button(window, "use-free-title")).click();
        window.settle();
        return title(window).getValue();
    }

    @Test
    void offersATitleThatNoOtherFileHasAndNeverStandsInTheWay() {
        pages.documents.holds(
                FakeDealDocuments.file("f1", "Offer.docx", DealFile.Opening.EDIT),
                FakeDealDocuments.file("f2", "offer (2).DOCX", DealFile.Opening.EDIT));
        TestWindow window = pages.open(HOSTED + "ada");

        type(window, " Offer");
        assertThat(window.text()).contains("This deal already has a file named “Offer”", "Use “Offer (3)”");
        assertThat(offered(window)).isEqualTo("Offer (3)");
        assertThat(window.text()).doesNotContain("already has");
        type(window, "Offer");
        kind(window).setValue(DocumentKind.SPREADSHEET);
        assertThat(window.text()).doesNotContain("already has");
        kind(window).setValue(DocumentKind.DOCUMENT);
        submit(window);

        assertThat(pages.documents.done).contains("create 7:1 3 DOCUMENT Offer");
    }

    @Test
    void prefillsATitleThatNoOtherFileHas() {
        pages.documents.holds(FakeDealDocuments.file("f1", "New document.docx", DealFile.Opening.EDIT));

        TestWindow window = pages.open(HOSTED + "ada");

        assertThat(title(window).getValue()).isEqualTo("New document (2)");
    }

    @Test
    void sizesTheModal() {
        TestWindow window = pages.open(HOSTED + "ada");

        assertThat(window.find(PanelHost.class).single().getElement().getProperty("fit"))
                .isEqualTo("622x560");
    }
}
