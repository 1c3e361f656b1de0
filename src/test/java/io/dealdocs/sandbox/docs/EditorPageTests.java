package io.dealdocs.sandbox.docs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.dealdocs.sandbox.docs.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The editor page in a real browser, in a host page of another origin under a strict policy. */
class EditorPageTests {

    private static final String[] EVENTS = {
        "onAppReady", "onDocumentReady", "onInfo", "onError", "onWarning", "onDocumentStateChange", "onRequestUsers",
        "onRequestClose", "onMetaChange"
    };

    private static Stage stage;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        stage = new Stage();
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    @AfterEach
    void reset() {
        browser.contexts().forEach(context -> context.close());
        stage.docs.reset();
    }

    @AfterAll
    static void stop() {
        playwright.close();
        stage.close();
    }

    private static Page open(ObjectNode config, String... events) {
        String path = "/host-" + System.nanoTime() + ".html";
        String html = HostPage.of(stage.docs.origin(), Json.write(config), events);
        String url = stage.host.put(path, html.getBytes(StandardCharsets.UTF_8));
        Page page = browser.newContext().newPage();
        page.navigate(url);
        return page;
    }

    private static FrameLocator editor(Page page) {
        return page.frameLocator("iframe[name=frameEditor]");
    }

    private static void ready(Page page) {
        await(page, "onDocumentReady", "null");
    }

    private static void await(Page page, String event, String data) {
        assertThat(heard(page, event + " " + data).first()).isAttached();
    }

    private static void sent(Page page) {
        assertThat(editor(page).getByTestId("state")).hasText("All changes saved");
    }

    private static Locator heard(Page page, String line) {
        return page.locator("#heard li").filter(new Locator.FilterOptions().setHasText(line));
    }

    private static void type(Page page, String block, String text) {
        editor(page).getByTestId(block).click();
        page.keyboard().press("Control+End");
        page.keyboard().type(text);
    }

    private static Config file(String key, String type, byte[] content) {
        String url = stage.host.put("/files/" + key + "." + type, content);
        return Config.of(stage.docs, key, url, stage.host.origin() + "/callback?key=" + key);
    }

    private static byte[] saved(String key) throws IOException, InterruptedException {
        return stage.get(stage.docs
                        .awaitCallback(key, 2, SOON)
                        .body()
                        .path("url")
                        .asString(""))
                .body();
    }

    @Test
    void letsTwoPeopleTypeInOneDocumentAtOnce() throws Exception {
        Config config = stage.docx("b1", "First", "Second");
        Page ada = open(config.signed(), EVENTS);
        Page ben = open(config.user("u2", "Ben Nevis").signed(), EVENTS);
        ready(ada);
        ready(ben);
        editor(ada).getByTestId("paragraph-p0").click();
        editor(ben).getByTestId("paragraph-p1").click();
        ada.keyboard().press("End");
        ben.keyboard().press("End");
        for (char c : " one two".toCharArray()) {
            ada.keyboard().type(String.valueOf(c));
            ben.keyboard().type(String.valueOf(Character.toUpperCase(c)));
        }
        editor(ada).getByTestId("add-paragraph").click();
        ada.keyboard().type("Ada adds");
        editor(ben).getByTestId("add-paragraph").click();
        ben.keyboard().type("Ben adds");
        for (Page page : List.of(ada, ben)) {
            assertThat(editor(page).getByTestId("page")).containsText("First one two");
            assertThat(editor(page).getByTestId("page")).containsText("Second ONE TWO");
            assertThat(editor(page).getByTestId("page")).containsText("Ada adds");
            assertThat(editor(page).getByTestId("page")).containsText("Ben adds");
            assertThat(editor(page).getByTestId("user")).hasCount(2);
        }
        sent(ada);
        sent(ben);
        ada.close();
        ben.close();
        assertThat(Stage.text(new ByteArrayInputStream(saved("b1"))).split("\\|"))
                .startsWith("First one two", "Second ONE TWO")
                .contains("Ada adds", "Ben adds")
                .hasSize(4);
    }

    @Test
    void tellsTheHostPageWhatItTellsItInRealLife() {
        Page page = open(stage.docx("b2", "Text").signed(), EVENTS);
        ready(page);
        assertThat(page.locator("#heard li").allTextContents().stream().map(line -> line.split(" ", 2)[0]))
                .containsExactly("onAppReady", "onRequestUsers", "onInfo", "onDocumentReady");
        await(page, "onInfo", "{\"mode\":\"edit\"}");
        await(page, "onRequestUsers", "{\"c\":\"info\",\"id\":[\"u1\"]}");
        type(page, "paragraph-p0", "!");
        await(page, "onDocumentStateChange", "true");
        await(page, "onDocumentStateChange", "false");
        page.evaluate("editor.showMessage('Hello from the host')");
        assertThat(editor(page).getByTestId("message")).hasText("Hello from the host");
        page.evaluate("editor.requestClose()");
        await(page, "onRequestClose", "null");
        page.evaluate("editor.destroyEditor()");
        stage.docs.awaitCallback("b2", 2, SOON);
        assertThat(page.locator("#here")).hasCount(1);
    }

    @Test
    void showsAViewerTheTextAndTakesNothing() {
        Page page = open(stage.docx("b3", "Only to read").view().permission("chat", false).signed(), EVENTS);
        ready(page);
        await(page, "onInfo", "{\"mode\":\"view\"}");
        FrameLocator frame = editor(page);
        assertThat(frame.getByTestId("paragraph-p0")).hasText("Only to read");
        frame.getByTestId("paragraph-p0").click();
        page.keyboard().type("x");
        assertThat(frame.getByTestId("paragraph-p0")).hasText("Only to read");
        for (String absent : List.of("save", "coediting", "track-changes", "chat-toggle", "add-paragraph", "close")) {
            assertThat(frame.getByTestId(absent).filter(new Locator.FilterOptions()
                            .setVisible(true)))
                    .hasCount(0);
        }
        assertThat(stage.docs.callbacks()).isEmpty();
    }

    @Test
    void losesUnsavedTextOfStrictModeAndKeepsWhatWasSaved() throws Exception {
        Config config = stage.docx("b4", "First", "Second").strict().custom("autosave", false);
        Page page = open(config.signed(), EVENTS);
        ready(page);
        type(page, "paragraph-p0", " kept");
        assertThat(editor(page).getByTestId("state")).hasText("Unsaved changes");
        assertThat(stage.docs.session("b4").orElseThrow().dirty()).isFalse();
        page.keyboard().press("Control+s");
        sent(page);
        type(page, "paragraph-p1", " lost");
        assertThat(editor(page).getByTestId("state")).hasText("Unsaved changes");
        page.close();
        assertThat(Stage.text(new ByteArrayInputStream(saved("b4")))).isEqualTo("First kept|Second");
    }

    @Test
    void sendsWhatItHeldWhenStrictBecomesFast() {
        Config config = stage.docx("b5", "First").strict().custom("autosave", false);
        Page page = open(config.signed(), EVENTS);
        ready(page);
        type(page, "paragraph-p0", " sent");
        editor(page).getByTestId("coediting").selectOption("fast");
        await(page, "onDocumentStateChange", "false");
        assertThat(stage.docs.session("b5").orElseThrow().dirty()).isTrue();
    }

    @Test
    void asksBeforeUnsavedTextIsClosedAway() {
        Config config = stage.docx("b6", "First").strict().custom("autosave", false);
        Page page = open(config.signed(), EVENTS);
        ready(page);
        type(page, "paragraph-p0", " unsaved");
        page.evaluate("editor.requestClose()");
        assertThat(editor(page).getByTestId("dialog")).containsText("All unsaved changes");
        editor(page).getByTestId("dialog-cancel").click();
        assertThat(heard(page, "onRequestClose")).hasCount(0);
        page.evaluate("editor.requestClose()");
        editor(page).getByTestId("dialog-ok").click();
        await(page, "onRequestClose", "null");
    }

    @Test
    void changesCellsOldAndNew() throws Exception {
        Page page = open(file("b7", "xlsx", Documents.xlsx(5000, 5)).signed(), EVENTS);
        ready(page);
        type(page, "cell-A2", " edited");
        page.keyboard().press("Enter");
        page.keyboard().type("X");
        editor(page).getByTestId("cell-F4").click();
        page.keyboard().type("new");
        editor(page).getByTestId("sheet-1").click();
        type(page, "cell-A1", " too");
        sent(page);
        page.close();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(saved("b7")))) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("r2c1 edited");
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .contains("X");
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(5).getStringCellValue())
                    .isEqualTo("new");
            assertThat(workbook.getSheetAt(0).getRow(4999).getCell(4).getStringCellValue())
                    .isEqualTo("r5000c5");
            assertThat(workbook.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("second sheet too");
        }
    }

    @Test
    void fillsPlaceholdersAndAddsLinesToSlides() throws Exception {
        Page page = open(file("b8", "pptx", Documents.pptx(40)).signed(), EVENTS);
        ready(page);
        type(page, "paragraph-s1p0", ", changed");
        editor(page).getByTestId("paragraph-s1p1").click();
        page.keyboard().type("Into the placeholder");
        editor(page).getByTestId("add-text-2").click();
        page.keyboard().type("A line of its own");
        sent(page);
        page.close();
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(saved("b8")))) {
            assertThat(texts(show, 0)).containsExactly("Slide number 1, changed", "Into the placeholder");
            assertThat(texts(show, 1)).containsExactly("Slide number 2", "A line of its own");
            assertThat(texts(show, 39)).contains("Slide number 40");
        }
    }

    private static List<String> texts(XMLSlideShow show, int slide) {
        return show.getSlides().get(slide).getShapes().stream()
                .map(shape -> ((XSLFTextShape) shape).getText())
                .toList();
    }

    @Test
    void sendsTheLastWordsOfAPageThatIsLeft() throws Exception {
        Page page = open(stage.docx("b18", "Text").signed(), EVENTS);
        ready(page);
        type(page, "paragraph-p0", " last words");
        page.navigate(stage.docs.origin() + "/healthcheck");
        assertThat(Stage.text(new ByteArrayInputStream(saved("b18")))).isEqualTo("Text last words");
    }

    @Test
    void splitsAParagraphAtTheCursor() throws Exception {
        Page page = open(stage.docx("b9", "Before after").signed(), EVENTS);
        ready(page);
        editor(page).getByTestId("paragraph-p0").click();
        page.keyboard().press("Home");
        for (int i = 0; i < "Before".length(); i++) {
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().press("Enter");
        page.keyboard().type("New");
        sent(page);
        page.close();
        assertThat(Stage.text(new ByteArrayInputStream(saved("b9")))).isEqualTo("Before|New after");
    }

    @Test
    void talksInTheChat() {
        Config config = stage.docx("b10", "Text");
        Page ada = open(config.signed(), EVENTS);
        Page ben = open(config.user("u2", "Ben").signed(), EVENTS);
        ready(ada);
        ready(ben);
        editor(ada).getByTestId("chat-toggle").click();
        editor(ben).getByTestId("chat-toggle").click();
        editor(ada).getByTestId("chat-input").fill("Hello <b>Ben</b>");
        editor(ada).getByTestId("chat-send").click();
        assertThat(editor(ben).getByTestId("chat-message")).containsText("Hello <b>Ben</b>");
        assertThat(editor(ada).getByTestId("chat-message")).hasCount(1);
    }

    @Test
    void tellsTheCodeOfARefusalAndIsDead() {
        Page page = open(stage.docx("b11", "Text").signed(claims -> claims.put("exp", 1)), EVENTS);
        assertThat(heard(page, "onError {\"errorCode\":-21")).hasCount(1);
        editor(page).getByTestId("dialog-ok").click();
        await(page, "onRequestClose", "null");
    }

    @Test
    void revivesAPageWhoseKeyIsOld() throws Exception {
        Config old = stage.docx("b12", "Old");
        try (HeadlessEditor editor = stage.docs.open(old.signed())) {
            editor.type("p0", "Saved");
        }
        stage.docs.awaitCallback("b12", 2, SOON);
        String[] events = {"onAppReady", "onDocumentReady", "onRequestRefreshFile", "onRequestUsers"};
        Page page = open(old.signed(), events);
        await(page, "onRequestRefreshFile", "null");
        String next = Json.write(stage.docx("b12.2", "The next revision").signed());
        page.evaluate("next => editor.refreshFile(JSON.parse(next))", next);
        ready(page);
        assertThat(editor(page).getByTestId("paragraph-p0")).hasText("The next revision");
    }

    @Test
    void saysThatTheVersionChangedWhenThePageCannotRefresh() throws Exception {
        Config old = stage.docx("b13", "Old");
        try (HeadlessEditor editor = stage.docs.open(old.signed())) {
            editor.type("p0", "Saved");
        }
        stage.docs.awaitCallback("b13", 2, SOON);
        Page page = open(old.signed(), "onAppReady");
        assertThat(editor(page).getByTestId("dialog")).containsText("Version changed");
    }

    @Test
    void stopsWhenItIsDroppedAndTakesANewTitle() throws Exception {
        Page page = open(stage.docx("b14", "Text").signed(), EVENTS);
        ready(page);
        ObjectNode meta = Json.object().put("c", "meta").put("key", "b14");
        meta.putObject("meta").put("title", "Renamed.docx");
        stage.command(meta);
        await(page, "onMetaChange", "{\"title\":\"Renamed.docx\"}");
        assertThat(editor(page).getByTestId("title")).hasText("Renamed.docx");
        stage.command(Json.object().put("c", "drop").put("key", "b14"));
        assertThat(editor(page).getByTestId("banner")).hasText("The file cannot be accessed right now.");
        editor(page).getByTestId("paragraph-p0").click();
        page.keyboard().type("x");
        assertThat(editor(page).getByTestId("paragraph-p0")).hasText("Text");
    }

    @Test
    void obeysThemeAndLanguageAndPermissions() {
        Config config = stage.docx("b15", "Text")
                .permission("edit", false)
                .permission("review", true)
                .permission("print", false)
                .permission("download", false)
                .custom("uiTheme", "default-dark");
        Page page = open(config.signed(), EVENTS);
        ready(page);
        FrameLocator frame = editor(page);
        assertThat(frame.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(frame.locator("html")).hasAttribute("lang", "de");
        assertThat(frame.getByTestId("mode")).hasText("Reviewing");
        assertThat(frame.getByTestId("print")).hasCount(0);
        assertThat(frame.getByTestId("download")).hasCount(0);
        assertThat(frame.getByTestId("track-changes")).isDisabled();
        type(page, "paragraph-p0", " suggested");
        assertThat(frame.getByTestId("paragraph-p0")).hasClass(Pattern.compile("suggested"));
        assertThat(frame.getByTestId("badge")).containsText("Docs sandbox");
    }

    @Test
    void showsAVersionOfTheHistoryWithItsChanges() throws Exception {
        String first = stage.host.put("/files/v1.docx", Documents.docx("Same", "Old"));
        HeadlessEditor headless = stage.docs.open(stage.docx("b16", "Same", "Old").signed());
        headless.type("p1", "New");
        headless.close();
        String zip = stage.docs.awaitCallback("b16", 2, SOON).body().path("changesurl").asString("");
        ObjectNode version = Json.object().put("version", 2).put("key", "v2").put("url", first).put("fileType", "docx");
        version.put("changesUrl", zip);
        version.putObject("previous").put("key", "v1").put("url", first).put("fileType", "docx");
        version.put("token", Config.token(version.deepCopy(), stage.docs.secret()));
        Page page = open(stage.docx("b17", "Text").signed(), "onRequestHistory", "onRequestHistoryData", "onDocumentReady");
        ready(page);
        editor(page).getByTestId("history").click();
        await(page, "onRequestHistory", "null");
        page.evaluate("editor.refreshHistory({currentVersion: 2, history: [{version: 1, created: 'a'}, {version: 2, created: 'b'}]})");
        await(page, "onRequestHistoryData", "2");
        stage.docs.awaitCallback("b17", 4, SOON);
        page.evaluate("v => editor.setHistoryData(JSON.parse(v))", Json.write(version));
        assertThat(editor(page).getByTestId("version").locator(".suggested")).hasText("New");
        assertThat(editor(page).getByTestId("version")).containsText("Same");
    }
}
