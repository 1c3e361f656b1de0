package io.dealdocs.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
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

    @Test
    void streamsAnUploadIntoTheDealAndClosesTheModal() {
        TestWindow window = pages.open(HOSTED + "ben");

        window.context().test(window.find(TabSheet.class).single()).select("Enviar");
        window.context()
                .test(window.find(Upload.class).single())
                .upload("Contrato.pdf", "application/pdf", "bytes".getBytes(StandardCharsets.UTF_8));
        window.settle();

        assertThat(pages.documents.done).contains("upload 7:2 3 Contrato.pdf bytes");
        assertThat(window.lastCall("showSnackbar")).contains("“Contrato.pdf” está no negócio.");
        assertThat(window.calls("closeModal")).hasSize(1);
    }

    @Test
    void tellsWhyAnUploadWasNotTakenAndStaysOpen() {
        TestWindow window = pages.open(HOSTED + "ada");
        Upload upload = upload(window);
        pages.documents.refuse(Refusal.Reason.FILE_TOO_LARGE, 52_428_800L);

        window.context().test(upload).upload("Film.mp4", "video/mp4", new byte[] {1});
        window.settle();

        assertThat(window.text()).contains("This file is too large. The limit is 50 MB.");
        assertThat(window.calls("closeModal")).isEmpty();
    }

    @Test
    void sizesTheModal() {
        TestWindow window = pages.open(HOSTED + "ada");

        assertThat(window.find(PanelHost.class).single().getElement().getProperty("fit"))
                .isEqualTo("622x500");
    }
}
