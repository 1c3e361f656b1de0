package io.dealdocs.sandbox.docs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.dealdocs.sandbox.docs.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The editor page and the page that holds it: events, methods, refusals, history. */
class EditorHostTests {

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
    void tellsTheHostPageWhatItTellsItInRealLife() {
        Page page = pages.open(stage.docx("b2", "Text").signed(), BrowserStage.EVENTS);
        pages.ready(page);
        assertThat(page.locator("#heard li").allTextContents().stream().map(line -> line.split(" ", 2)[0]))
                .containsExactly("onAppReady", "onRequestUsers", "onInfo", "onDocumentReady");
        pages.await(page, "onInfo", "{\"mode\":\"edit\"}");
        pages.await(page, "onRequestUsers", "{\"c\":\"info\",\"id\":[\"u1\"]}");
        pages.type(page, "paragraph-p0", "!");
        pages.await(page, "onDocumentStateChange", "true");
        pages.await(page, "onDocumentStateChange", "false");
        page.evaluate("editor.showMessage('Hello from the host')");
        assertThat(pages.editor(page).getByTestId("message")).hasText("Hello from the host");
        page.evaluate("editor.requestClose()");
        pages.await(page, "onRequestClose", "null");
        page.evaluate("editor.destroyEditor()");
        stage.docs.awaitCallback("b2", 2, SOON);
        assertThat(page.locator("#here")).hasCount(1);
    }

    @Test
    void asksBeforeUnsavedTextIsClosedAway() {
        Config config = stage.docx("b6", "First").strict().custom("autosave", false);
        Page page = pages.open(config.signed(), BrowserStage.EVENTS);
        pages.ready(page);
        pages.type(page, "paragraph-p0", " unsaved");
        page.evaluate("editor.requestClose()");
        assertThat(pages.editor(page).getByTestId("dialog")).containsText("All unsaved changes");
        pages.editor(page).getByTestId("dialog-cancel").click();
        assertThat(pages.heard(page, "onRequestClose")).hasCount(0);
        page.evaluate("editor.requestClose()");
        pages.editor(page).getByTestId("dialog-ok").click();
        pages.await(page, "onRequestClose", "null");
    }

    @Test
    void tellsTheCodeOfARefusalAndIsDead() {
        Page page = pages.open(stage.docx("b11", "Text").signed(claims -> claims.put("exp", 1)), BrowserStage.EVENTS);
        assertThat(pages.heard(page, "onError {\"errorCode\":-21")).hasCount(1);
        pages.editor(page).getByTestId("dialog-ok").click();
        pages.await(page, "onRequestClose", "null");
    }

    @Test
    void revivesAPageWhoseKeyIsOld() throws Exception {
        Config old = stage.docx("b12", "Old");
        try (HeadlessEditor editor = stage.docs.open(old.signed())) {
            editor.type("p0", "Saved");
        }
        stage.docs.awaitCallback("b12", 2, SOON);
        String[] events = {"onAppReady", "onDocumentReady", "onRequestRefreshFile", "onRequestUsers"};
        Page page = pages.open(old.signed(), events);
        pages.await(page, "onRequestRefreshFile", "null");
        String next = Json.write(stage.docx("b12.2", "The next revision").signed());
        page.evaluate("next => editor.refreshFile(JSON.parse(next))", next);
        pages.ready(page);
        assertThat(pages.editor(page).getByTestId("paragraph-p0")).hasText("The next revision");
    }

    @Test
    void saysThatTheVersionChangedWhenThePageCannotRefresh() throws Exception {
        Config old = stage.docx("b13", "Old");
        try (HeadlessEditor editor = stage.docs.open(old.signed())) {
            editor.type("p0", "Saved");
        }
        stage.docs.awaitCallback("b13", 2, SOON);
        Page page = pages.open(old.signed(), "onAppReady");
        assertThat(pages.editor(page).getByTestId("dialog")).containsText("Version changed");
    }

    @Test
    void stopsWhenItIsDroppedAndTakesANewTitle() throws Exception {
        Page page = pages.open(stage.docx("b14", "Text").signed(), BrowserStage.EVENTS);
        pages.ready(page);
        ObjectNode meta = Json.object().put("c", "meta").put("key", "b14");
        meta.putObject("meta").put("title", "Renamed.docx");
        stage.command(meta);
        pages.await(page, "onMetaChange", "{\"title\":\"Renamed.docx\"}");
        assertThat(pages.editor(page).getByTestId("title")).hasText("Renamed.docx");
        stage.command(Json.object().put("c", "drop").put("key", "b14"));
        assertThat(pages.editor(page).getByTestId("banner")).hasText("The file cannot be accessed right now.");
        pages.editor(page).getByTestId("paragraph-p0").click();
        page.keyboard().type("x");
        assertThat(pages.editor(page).getByTestId("paragraph-p0")).hasText("Text");
    }

    @Test
    void showsAVersionOfTheHistoryWithItsChanges() throws Exception {
        String first = stage.host.put("/files/v1.docx", Documents.docx("Same", "Old"));
        HeadlessEditor headless =
                stage.docs.open(stage.docx("b16", "Same", "Old").signed());
        headless.type("p1", "New");
        headless.close();
        String zip = stage.docs
                .awaitCallback("b16", 2, SOON)
                .body()
                .path("changesurl")
                .asString("");
        ObjectNode version = Json.object()
                .put("version", 2)
                .put("key", "v2")
                .put("url", first)
                .put("fileType", "docx");
        version.put("changesUrl", zip);
        version.putObject("previous").put("key", "v1").put("url", first).put("fileType", "docx");
        version.put("token", Config.token(version.deepCopy(), stage.docs.secret()));
        Page page = pages.open(
                stage.docx("b17", "Text").signed(), "onRequestHistory", "onRequestHistoryData", "onDocumentReady");
        pages.ready(page);
        pages.editor(page).getByTestId("history").click();
        pages.await(page, "onRequestHistory", "null");
        page.evaluate(
                "editor.refreshHistory({currentVersion: 2, history: [{version: 1, created: 'a'}, {version: 2, created: 'b'}]})");
        pages.await(page, "onRequestHistoryData", "2");
        stage.docs.awaitCallback("b17", 4, SOON);
        page.evaluate("v => editor.setHistoryData(JSON.parse(v))", Json.write(version));
        assertThat(pages.editor(page).getByTestId("version").locator(".suggested"))
                .hasText("New");
        assertThat(pages.editor(page).getByTestId("version")).containsText("Same");
    }
}
