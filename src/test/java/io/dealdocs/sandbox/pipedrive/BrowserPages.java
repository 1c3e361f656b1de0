package io.dealdocs.sandbox.pipedrive;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser and the real SDK, where the machine has them. */
final class BrowserPages implements AutoCloseable {
    private static final Path SDK_IN_PROJECT =
            Path.of("node_modules", "@pipedrive", "app-extensions-sdk", "dist", "index.umd.js");

    private final Playwright playwright = Playwright.create();
    final Browser browser;

    BrowserPages(Path chromium) {
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    static Optional<Path> chromium() {
        return Stream.of(
                        System.getenv().getOrDefault("DEALDOCS_BROWSER", "chromium"),
                        "chromium",
                        "chromium-browser",
                        "google-chrome")
                .map(name -> Path.of("/usr/bin").resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Optional<byte[]> sdk() throws IOException {
        Path file = Optional.ofNullable(System.getenv("DEALDOCS_SDK"))
                .or(() -> Optional.ofNullable(System.getProperty("pipedrive.sdk")))
                .map(Path::of)
                .orElse(SDK_IN_PROJECT);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
