package io.dealdocs.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** A tab with a document in the editor. */
final class EditorTab {

    private final Page page;

    EditorTab(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** The editor's own page. */
    FrameLocator editor() {
        return page.frameLocator("document-editor iframe, iframe[name=frameEditor]");
    }

    /** Waits until the document is there. */
    EditorTab ready() {
        assertThat(editor().getByTestId("page")).isVisible();
        return this;
    }

    /** Types a new paragraph, a cell, or a line of a slide, whatever the document is. */
    void type(String text) {
        ready();
        Locator paragraph = editor().getByTestId("add-paragraph");
        Locator slide = editor().getByTestId("add-text-1");
        Locator any = editor().locator("[data-testid=add-paragraph], [data-testid=add-text-1], [data-testid=grid]");
        assertThat(any.first()).isVisible();
        if (paragraph.isVisible()) {
            paragraph.click();
            page.keyboard().type(text);
        } else if (slide.isVisible()) {
            slide.click();
            page.keyboard().type(text);
        } else {
            editor().getByTestId("cell-B2").click();
            page.keyboard().type(text);
            page.keyboard().press("Enter");
        }
    }

    /** Waits until the editor has handed everything to the Docs server. */
    void saved() {
        assertThat(editor().locator("body[data-state=saved]")).isVisible();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    void close() {
        page.close();
    }
}
