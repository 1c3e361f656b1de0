package io.dealdocs.sandbox.pipedrive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A sandbox in a real browser, with an app of another site in its frames. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserFixture {
    static final long ACME = PipedriveSandbox.ACME;

    private BrowserPages pages;
    SampleApp app;
    PipedriveSandbox sandbox;
    BrowserContext context;
    Page page;

    @BeforeAll
    void open() throws IOException {
        Optional<byte[]> sdk = BrowserPages.sdk();
        Optional<Path> chromium = BrowserPages.chromium();
        // Where everything is meant to be there, a missing part is a failure and not a reason to skip.
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(sdk.isPresent(), "The App Extensions SDK is not installed");
            assumeTrue(chromium.isPresent(), "There is no Chromium");
        }
        app = new SampleApp(sdk.orElseThrow());
        sandbox = PipedriveSandbox.start(PipedriveSandboxOptions.defaults().withApp(AppRegistration.at(app.origin())));
        pages = new BrowserPages(chromium.orElseThrow());
    }

    @AfterAll
    void closeAll() {
        if (pages != null) {
            pages.close();
            sandbox.close();
            app.close();
        }
    }

    @BeforeEach
    void start() {
        sandbox.reset();
        sandbox.register(AppRegistration.at(app.origin()));
        sandbox.install(ACME, Wire.ADA);
        context = pages.browser.newContext();
        context.setDefaultTimeout(10_000);
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    Locator find(String testId) {
        return page.getByTestId(testId);
    }

    Frame frame(String kind) {
        find(kind + "-frame").and(page.locator("[data-ready]")).waitFor();
        return find(kind + "-frame").elementHandle().contentFrame();
    }

    Frame panel() {
        page.navigate(sandbox.acme() + "/deal/1");
        return frame("panel");
    }
}
