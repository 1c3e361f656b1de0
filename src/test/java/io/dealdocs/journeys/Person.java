package io.dealdocs.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser: signed in at Pipedrive, with the panel of a deal in front of them. */
final class Person {

    private static final int MOST_STEPS = 100;

    private final BrowserContext profile;
    private final String pipedrive;
    private final Page page;
    private final List<String> consoleErrors = new ArrayList<>();

    Person(BrowserContext profile, String pipedrive, long user) {
        this.profile = profile;
        this.pipedrive = pipedrive;
        this.page = profile.newPage();
        profile.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                consoleErrors.add(message.text());
            }
        });
        page.navigate(pipedrive + "/login?as=" + user + "&to=/");
    }

    Page page() {
        return page;
    }

    BrowserContext profile() {
        return profile;
    }

    List<String> consoleErrors() {
        return consoleErrors;
    }

    /** Installs the app from its Marketplace page and allows everything; once more if it is installed. */
    void install() {
        page.navigate(pipedrive + "/marketplace/app/sandbox-client-id");
        assertThat(page.locator("[data-testid=install-now], [data-testid=manage-app]")
                        .first())
                .isVisible();
        if (page.getByTestId("manage-app").isVisible()) {
            consentAgain();
            return;
        }
        Page consent = page.waitForPopup(() -> page.getByTestId("install-now").click());
        consent.getByTestId("consent-allow").click();
        assertThat(consent.getByTestId("settings-body")).isVisible();
        consent.close();
    }

    private void consentAgain() {
        page.navigate(Demo.APP + "/oauth2/authorization/pipedrive");
        page.getByTestId("consent-allow").click();
        assertThat(page.getByTestId("settings-body")).isVisible();
    }

    /** Opens a deal and waits until its panel shows something. */
    void openDeal(long deal) {
        page.bringToFront();
        page.navigate(pipedrive + "/deal/" + deal);
        assertThat(panel().locator("#new-document:visible, [data-testid=state-card]:visible")
                        .first())
                .isVisible();
    }

    /** Opens the app's settings in Pipedrive. */
    FrameLocator openSettings() {
        page.navigate(pipedrive + "/settings/marketplace/app/sandbox-client-id/app-settings");
        return page.frameLocator("[data-testid=settings-frame]");
    }

    FrameLocator panel() {
        return page.frameLocator("[data-testid=panel-frame]");
    }

    FrameLocator modal() {
        return page.frameLocator("[data-testid=modal-frame]");
    }

    /** The line of a file in our panel. */
    Locator line(String name) {
        return panel().locator("[data-testid=file-row][data-name=\"" + name + "\"]");
    }

    /** Scrolls until a line is drawn: a long list draws only what is in view. */
    Locator find(String name) {
        page.bringToFront();
        Locator list = panel().locator("#deal-files");
        assertThat(list).isVisible();
        assertThat(panel().getByTestId("file-row").first()).isVisible();
        for (int step = 0; step < MOST_STEPS && line(name).count() == 0; step++) {
            // From the top again after the end: the list may have grown meanwhile.
            list.evaluate("list => { const end = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;"
                    + " list.scrollTop = end ? 0 : list.scrollTop + 200;"
                    + " return new Promise(drawn => setTimeout(() => requestAnimationFrame(drawn), 50)); }");
        }
        assertThat(line(name).first()).isVisible();
        return line(name);
    }

    /** The lines of that name in Pipedrive's own list of files. */
    Locator filesInPipedrive(String name) {
        return page.getByTestId("native-files-rows")
                .locator("tr[data-file-id]")
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    /** The content of the one file of that name in Pipedrive's own list. */
    byte[] contentInPipedrive(String name) {
        Locator row = filesInPipedrive(name);
        assertThat(row).hasCount(1);
        String address = row.locator("a").first().getAttribute("href");
        APIResponse file = profile.request().get(pipedrive + address);
        // A file that has just been replaced is gone: whoever waits looks again.
        if (!file.ok()) {
            throw new AssertionError("Pipedrive answers " + file.status() + " for " + name);
        }
        return file.body();
    }

    /** The id of the one file of that name in Pipedrive's own list. */
    String idInPipedrive(String name) {
        Locator row = filesInPipedrive(name);
        assertThat(row).hasCount(1);
        return row.getAttribute("data-file-id");
    }

    /** Opens the window for new documents. */
    void newDocument() {
        // A browser draws nothing in a tab that is behind another one.
        page.bringToFront();
        panel().locator("#new-document").click();
        assertThat(modal().locator("#title")).isVisible();
    }

    /** Creates a document and answers the editor's tab. */
    EditorTab create(String title, String extension) {
        newDocument();
        modal().locator("[data-testid=kind-" + extension + "]").click();
        modal().locator("#title input").fill(title);
        Page tab = page.waitForPopup(() -> modal().locator("#create-document").click());
        return new EditorTab(tab);
    }

    /** Uploads a file and closes the window when it is in the deal. */
    void upload(Path file) {
        newDocument();
        modal().locator("#tab-upload").click();
        modal().locator("#upload input[type=file]").setInputFiles(file);
        modal().locator("#upload-done").click();
    }

    /** Downloads a line by the link that the host offers; the browser may count the download to either tab. */
    Download download(String name) {
        List<Download> downloads = new ArrayList<>();
        page.onDownload(downloads::add);
        profile.onPage(opened -> opened.onDownload(downloads::add));
        find(name).getByTestId("download").click();
        page.getByTestId("snackbar-link").click();
        page.waitForCondition(() -> !downloads.isEmpty());
        return downloads.getFirst();
    }

    /** Opens a line in the editor. */
    EditorTab open(String name) {
        return new EditorTab(
                page.waitForPopup(() -> find(name).getByTestId("open").click()));
    }

    /** Keeps a picture of the deal's page. */
    void picture(String name) {
        page.bringToFront();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
