package io.dealdocs.sandbox.docs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The editor page in a real browser: people who work together, and what the config allows them. */
class EditorPageTests {

    private static BrowserStage pages;
    private static Stage stage;

    @BeforeAll
    static void start() throws IOException {
        pages = new BrowserStage();
        stage = pages.stage;
    }

    @AfterEach
    void reset() {
        pages.reset();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void letsTwoPeopleTypeInOneDocumentAtOnce() throws Exception {
        Config config = stage.docx("b1", "First", "Second");
        Page ada = pages.open(config.signed(), BrowserStage.EVENTS);
        Page ben = pages.open(config.user("u2", "Ben Nevis").signed(), BrowserStage.EVENTS);
        pages.ready(ada);
        pages.ready(ben);
        pages.editor(ada).getByTestId("paragraph-p0").click();
        pages.editor(ben).getByTestId("paragraph-p1").click();
        ada.keyboard().press("End");
        ben.keyboard().press("End");
        for (char c : " one two".toCharArray()) {
            ada.keyboard().type(String.valueOf(c));
            ben.keyboard().type(String.valueOf(Character.toUpperCase(c)));
        }
        pages.editor(ada).getByTestId("add-paragraph").click();
        ada.keyboard().type("Ada adds");
        pages.editor(ben).getByTestId("add-paragraph").click();
        ben.keyboard().type("Ben adds");
        for (Page page : List.of(ada, ben)) {
            assertThat(pages.editor(page).getByTestId("page")).containsText("First one two");
            assertThat(pages.editor(page).getByTestId("page")).containsText("Second ONE TWO");
            assertThat(pages.editor(page).getByTestId("page")).containsText("Ada adds");
            assertThat(pages.editor(page).getByTestId("page")).containsText("Ben adds");
            assertThat(pages.editor(page).getByTestId("user")).hasCount(2);
        }
        pages.sent(ada);
        pages.sent(ben);
        ada.close();
        ben.close();
        assertThat(Stage.text(new ByteArrayInputStream(pages.saved("b1"))).split("\\|"))
                .startsWith("First one two", "Second ONE TWO")
                .contains("Ada adds", "Ben adds")
                .hasSize(4);
    }

    @Test
    void showsAViewerTheTextAndTakesNothing() {
        Page page = pages.open(
                stage.docx("b3", "Only to read")
                        .view()
                        .permission("chat", false)
                        .signed(),
                BrowserStage.EVENTS);
        pages.ready(page);
        pages.await(page, "onInfo", "{\"mode\":\"view\"}");
        FrameLocator frame = pages.editor(page);
        assertThat(frame.getByTestId("paragraph-p0")).hasText("Only to read");
        frame.getByTestId("paragraph-p0").click();
        page.keyboard().type("x");
        assertThat(frame.getByTestId("paragraph-p0")).hasText("Only to read");
        for (String absent : List.of("save", "coediting", "track-changes", "chat-toggle", "add-paragraph", "close")) {
            assertThat(frame.getByTestId(absent).filter(new Locator.FilterOptions().setVisible(true)))
                    .hasCount(0);
        }
        assertThat(stage.docs.callbacks()).isEmpty();
    }

    @Test
    void losesUnsavedTextOfStrictModeAndKeepsWhatWasSaved() throws Exception {
        Config config = stage.docx("b4", "First", "Second").strict().custom("autosave", false);
        Page page = pages.open(config.signed(), BrowserStage.EVENTS);
        pages.ready(page);
        pages.type(page, "paragraph-p0", " kept");
        assertThat(pages.editor(page).getByTestId("state")).hasText("Unsaved changes");
        assertThat(stage.docs.session("b4").orElseThrow().dirty()).isFalse();
        page.keyboard().press("Control+s");
        pages.sent(page);
        pages.type(page, "paragraph-p1", " lost");
        assertThat(pages.editor(page).getByTestId("state")).hasText("Unsaved changes");
        page.close();
        assertThat(Stage.text(new ByteArrayInputStream(pages.saved("b4")))).isEqualTo("First kept|Second");
    }

    @Test
    void putsNewParagraphsInOneOrderForEverybody() {
        Page ada = pages.open(
                stage.docx("b19", "Text").strict().custom("autosave", false).signed(), BrowserStage.EVENTS);
        Page ben = pages.open(stage.docx("b19", "Text").user("u2", "Ben").signed(), BrowserStage.EVENTS);
        pages.ready(ada);
        pages.ready(ben);
        pages.editor(ada).getByTestId("add-paragraph").click();
        ada.keyboard().type("Ada, held back");
        pages.editor(ben).getByTestId("add-paragraph").click();
        ben.keyboard().type("Ben, at once");
        pages.sent(ben);
        assertThat(pages.heard(ada, "onCollaborativeChanges").first()).isAttached();
        pages.editor(ada).getByTestId("save").click();
        for (Page page : List.of(ada, ben)) {
            assertThat(pages.editor(page).locator(".block"))
                    .hasText(new String[] {"Text", "Ben, at once", "Ada, held back"});
        }
    }

    @Test
    void sendsWhatItHeldWhenStrictBecomesFast() {
        Config config = stage.docx("b5", "First").strict().custom("autosave", false);
        Page page = pages.open(config.signed(), BrowserStage.EVENTS);
        pages.ready(page);
        pages.type(page, "paragraph-p0", " sent");
        pages.editor(page).getByTestId("coediting").selectOption("fast");
        pages.await(page, "onDocumentStateChange", "false");
        assertThat(stage.docs.session("b5").orElseThrow().dirty()).isTrue();
    }

    @Test
    void sendsTheLastWordsOfAPageThatIsLeft() throws Exception {
        Page page = pages.open(stage.docx("b18", "Text").signed(), BrowserStage.EVENTS);
        pages.ready(page);
        pages.type(page, "paragraph-p0", " last words");
        page.navigate(stage.docs.origin() + "/healthcheck");
        assertThat(Stage.text(new ByteArrayInputStream(pages.saved("b18")))).isEqualTo("Text last words");
    }

    @Test
    void talksInTheChat() {
        Config config = stage.docx("b10", "Text");
        Page ada = pages.open(config.signed(), BrowserStage.EVENTS);
        Page ben = pages.open(config.user("u2", "Ben").signed(), BrowserStage.EVENTS);
        pages.ready(ada);
        pages.ready(ben);
        pages.editor(ada).getByTestId("chat-toggle").click();
        pages.editor(ben).getByTestId("chat-toggle").click();
        pages.editor(ada).getByTestId("chat-input").fill("Hello <b>Ben</b>");
        pages.editor(ada).getByTestId("chat-send").click();
        assertThat(pages.editor(ben).getByTestId("chat-message")).containsText("Hello <b>Ben</b>");
        assertThat(pages.editor(ada).getByTestId("chat-message")).hasCount(1);
    }

    @Test
    void obeysThemeAndLanguageAndPermissions() {
        Config config = stage.docx("b15", "Text")
                .permission("edit", false)
                .permission("review", true)
                .permission("print", false)
                .permission("download", false)
                .custom("uiTheme", "default-dark");
        Page page = pages.open(config.signed(), BrowserStage.EVENTS);
        pages.ready(page);
        FrameLocator frame = pages.editor(page);
        assertThat(frame.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(frame.locator("html")).hasAttribute("lang", "de");
        assertThat(frame.getByTestId("mode")).hasText("Reviewing");
        assertThat(frame.getByTestId("print")).hasCount(0);
        assertThat(frame.getByTestId("download")).hasCount(0);
        assertThat(frame.getByTestId("track-changes")).isDisabled();
        pages.type(page, "paragraph-p0", " suggested");
        assertThat(frame.getByTestId("paragraph-p0")).hasClass(Pattern.compile("suggested"));
        assertThat(frame.getByTestId("badge")).containsText("Docs sandbox");
    }
}
