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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A browser with editors in host pages of another origin, under a strict policy. */
final class BrowserStage implements AutoCloseable {

    static final String[] EVENTS = {
        "onAppReady",
        "onDocumentReady",
        "onInfo",
        "onError",
        "onWarning",
        "onDocumentStateChange",
        "onRequestUsers",
        "onRequestClose",
        "onMetaChange",
        "onCollaborativeChanges"
    };

    final Stage stage;
    private final Playwright playwright;
    private final Browser browser;

    BrowserStage() throws IOException {
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

    Page open(ObjectNode config, String... events) {
        String path = "/host-" + System.nanoTime() + ".html";
        String html = HostPage.of(stage.docs.origin(), Json.write(config), events);
        String url = stage.host.put(path, html.getBytes(StandardCharsets.UTF_8));
        Page page = browser.newContext().newPage();
        page.navigate(url);
        return page;
    }

    FrameLocator editor(Page page) {
        return page.frameLocator("iframe[name=frameEditor]");
    }

    void ready(Page page) {
        await(page, "onDocumentReady", "null");
    }

    void await(Page page, String event, String data) {
        assertThat(heard(page, event + " " + data).first()).isAttached();
    }

    Locator heard(Page page, String line) {
        return page.locator("#heard li").filter(new Locator.FilterOptions().setHasText(line));
    }

    void sent(Page page) {
        assertThat(editor(page).getByTestId("state")).hasText("All changes saved");
    }

    void type(Page page, String block, String text) {
        editor(page).getByTestId(block).click();
        page.keyboard().press("Control+End");
        page.keyboard().type(text);
    }

    Config file(String key, String type, byte[] content) {
        String url = stage.host.put("/files/" + key + "." + type, content);
        return Config.of(stage.docs, key, url, stage.host.origin() + "/callback?key=" + key);
    }

    byte[] saved(String key) throws IOException, InterruptedException {
        return stage.get(stage.docs
                        .awaitCallback(key, 2, SOON)
                        .body()
                        .path("url")
                        .asString(""))
                .body();
    }

    /** Closes every page and forgets what happened. */
    void reset() {
        browser.contexts().forEach(context -> context.close());
        stage.docs.reset();
    }

    @Override
    public void close() {
        playwright.close();
        stage.close();
    }
}
