package io.dealdocs.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.component.virtuallist.VirtualListTester;
import io.dealdocs.documents.Attention;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.Origin;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.TestWindow;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.BooleanNode;

/** A person looks at one document closely. */
class DetailsUseCaseTests {

    private static final String PANEL = "panel?resource=deal&selectedIds=3&id=frame-1&token=ada";

    private final DocumentPages pages = new DocumentPages(PanelView.class, "modal-1");

    @BeforeEach
    void aDocument() {
        pages.documents.holds(pages.details.line);
        pages.details.versions.add(FakeDetails.version(2, Origin.SAVED, true));
        pages.details.versions.add(FakeDetails.version(1, Origin.IMPORTED, false));
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private TestWindow details() {
        TestWindow window = pages.open(PANEL);
        VirtualList<DealFile> list = listOf(window);
        VirtualListTester<VirtualList<DealFile>, DealFile> tester =
                window.context().test(list, DealFile.class);
        tester.invokeLitRendererFunction(0, "showDetails");
        window.settle();
        return window;
    }

    @SuppressWarnings("unchecked")
    private static VirtualList<DealFile> listOf(TestWindow window) {
        return window.find(VirtualList.class).single();
    }

    private static void click(TestWindow window, String text) {
        window.find(Button.class)
                .withCondition(button -> button.getText().equals(text))
                .single()
                .click();
        window.settle();
    }

    private static void sign(TestWindow window, String name) {
        NativeButton button = window.find(NativeButton.class)
                .withCondition(it -> it.getElement().getAttribute("aria-label").startsWith(name))
                .single();
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
        window.settle();
    }

    @Test
    void tellsWhereTheNewestVersionIsAndWhatIsKept() {
        TestWindow window = details();

        assertThat(window.text())
                .contains("Offer.docx", "Stored Nov 20", "in Pipedrive Nov 20", "Current", "In Pipedrive", "Original");
        assertThat(window.find(VirtualList.class).exists()).isFalse();
        click(window, "All documents");
        assertThat(listOf(window).isVisible()).isTrue();
        assertThat(window.text()).doesNotContain("Versions");
    }

    @Test
    void renamesAndKeepsTheExtension() {
        TestWindow window = details();
        click(window, "Rename");
        TextField name = window.find(TextField.class).single();
        assertThat(name.getValue()).isEqualTo("Offer");

        pages.details.refuse(Refusal.Reason.NAME_FORBIDDEN);
        name.setValue("a/b");
        submit(window);
        assertThat(name.getErrorMessage()).contains("must not contain slashes");
        assertThat(name.isInvalid()).isTrue();

        pages.details.relent();
        name.setValue("Final offer");
        submit(window);

        assertThat(pages.details.done).contains("rename Final offer");
        assertThat(window.text()).contains("Final offer.docx");
        assertThat(window.find(TextField.class).exists()).isFalse();
    }

    private static void submit(TestWindow window) {
        window.find(Button.class)
                .withCondition(button ->
                        button.getText().equals("Rename") && button.getId().isEmpty())
                .single()
                .click();
        window.settle();
    }

    @Test
    void makesAnOlderVersionCurrentAfterAQuestion() {
        TestWindow window = details();

        sign(window, "Make the version of");
        assertThat(window.lastCall("confirm")).contains("What it is now stays among its versions");
        window.answer("confirm", BooleanNode.FALSE);
        assertThat(pages.details.done).noneMatch(deed -> deed.startsWith("make current"));
        sign(window, "Make the version of");
        window.answer("confirm", BooleanNode.TRUE);

        assertThat(pages.details.done).contains("make current 1");
    }

    @Test
    void namesThosePeopleWhoEditBeforeAnythingIsReplaced() {
        pages.details.editors = List.of("Ben Cole");
        TestWindow window = details();

        sign(window, "Make the version of");
        window.answer("confirm", BooleanNode.TRUE);
        assertThat(window.lastCall("confirm")).contains("being edited right now by Ben Cole");
        assertThat(pages.details.done).noneMatch(deed -> deed.startsWith("make current"));
        window.answer("confirm", BooleanNode.TRUE);

        assertThat(pages.details.done).contains("make current 1 confirmed");
    }

    @Test
    void offersTextThatDidNotArriveUntilSomebodyDecides() {
        pages.details.versions.addFirst(FakeDetails.version(3, Origin.RECOVERED, false));
        TestWindow window = details();
        assertThat(window.text()).contains("Text of Ada Lee", "did not make it into the document");

        click(window, "Save as file");

        assertThat(pages.details.done).contains("save as file 3");
        assertThat(window.everythingAsked()).contains("saved as a file of its own");
    }

    @Test
    void tellsWhyPipedriveRefusesAndLeadsOut() {
        pages.details.attention = Attention.DEAL_GONE;
        TestWindow window = details();
        assertThat(window.text()).contains("The deal is gone");

        click(window, "Try again");
        click(window, "Save to another deal");
        TextField deal = window.find(TextField.class).single();
        deal.setValue("somewhere");
        move(window);
        assertThat(deal.isInvalid()).isTrue();
        deal.setValue("https://acme.pipedrive.com/deal/77?x=1");
        move(window);

        assertThat(pages.details.done).contains("publish now", "move to 77");
    }

    private static void move(TestWindow window) {
        window.find(Button.class)
                .withCondition(button -> button.getText().equals("Save to another deal"))
                .all()
                .getLast()
                .click();
        window.settle();
    }

    @Test
    void offersALinkThatNeverDies() {
        TestWindow window = details();

        click(window, "Copy link");

        assertThat(window.everythingAsked()).contains("https://app.example/documents/" + FakeDetails.DOCUMENT);
    }

    @Test
    void saysWhyNothingCanBeToldAndTriesAgain() {
        pages.details.refuse(Refusal.Reason.FILE_GONE);
        TestWindow window = details();
        assertThat(window.text()).contains("This file was deleted meanwhile");

        click(window, "All documents");

        assertThat(listOf(window).isVisible()).isTrue();
    }

    @Test
    void showsTheOldestVersionsOnlyWhenAsked() {
        pages.details.versions.clear();
        for (int number = 30; number > 0; number--) {
            pages.details.versions.add(FakeDetails.version(number, Origin.SAVED, number == 30));
        }
        TestWindow window = details();
        assertThat(versions(window)).hasSize(10);

        click(window, "Show 20 older versions");

        assertThat(versions(window)).hasSize(30);
    }

    private static List<com.vaadin.flow.component.html.Div> versions(TestWindow window) {
        return window.find(com.vaadin.flow.component.html.Div.class)
                .withCondition(div -> "listitem".equals(div.getElement().getAttribute("role")))
                .all();
    }
}
