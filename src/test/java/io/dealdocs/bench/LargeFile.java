package io.dealdocs.bench;

import static io.dealdocs.bench.Site.ADA;
import static io.dealdocs.bench.Site.DEAL;
import static org.awaitility.Awaitility.await;

import io.dealdocs.sandbox.pipedrive.SandboxFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Takes a file through every path of the application; at each end the SHA-256 must be that of the beginning. */
final class LargeFile {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Site site;
    private final long size;
    private final Browser browser = new Browser();
    private final DocsReader docs;
    private final Map<String, Runnable> paths = new LinkedHashMap<>();
    private long seed;

    LargeFile(Site site, long size, long seed) {
        this.site = site;
        this.size = size;
        this.seed = seed * 1000;
        docs = new DocsReader(site.world().docs().secret());
        paths.put("import", this::importOnOpen);
        paths.put("content", this::contentLeg);
        paths.put("range", this::range);
        paths.put("save", this::save);
        paths.put("publish", this::publish);
        paths.put("download", this::download);
        paths.put("upload", this::upload);
        paths.put("view", this::streamedThrough);
    }

    /** Every path, by its name, in an order in which they can be walked. */
    Map<String, Runnable> paths() {
        return paths;
    }

    private Content fresh() {
        return new Content(++seed, size);
    }

    private Panel panel() {
        return Panel.open(
                browser,
                site.world().app(),
                site.world()
                        .pipedrive()
                        .frameToken(ADA.company().value(), ADA.user().value()),
                DEAL);
    }

    private String name(String path, String extension) {
        return path + " " + size + " " + seed + "." + extension;
    }

    /** Lays a new file into the deal and opens it from the panel. */
    private JsonNode opened(String name, Content content) {
        site.file(name, content);
        return DocsReader.config(panel().open(name));
    }

    private void importOnOpen() {
        Content content = fresh();
        JsonNode config = opened(name("import", "docx"), content);
        require(content.sha256(), Content.sha256(docs.content(config, "bytes=0-")));
    }

    private void contentLeg() {
        Content content = fresh();
        JsonNode config = opened(name("content", "xlsx"), content);
        require(content.sha256(), Content.sha256(docs.content(config)));
    }

    private void range() {
        Content content = fresh();
        JsonNode config = opened(name("range", "pptx"), content);
        long third = size / 3;
        require(
                Content.sha256(content.open(third, 2 * third)),
                Content.sha256(docs.content(config, "bytes=" + third + "-" + (2 * third - 1))));
    }

    private void save() {
        String name = name("save", "docx");
        JsonNode config = opened(name, fresh());
        Content written = fresh();
        long _ = site.saves().take(config, written);
        require(written.sha256(), Content.sha256(docs.content(DocsReader.config(panel().open(name)))));
    }

    private void publish() {
        String name = name("publish", "docx");
        JsonNode config = opened(name, fresh());
        Content written = fresh();
        long _ = site.saves().take(config, written);
        awaitInPipedrive(name, written);
    }

    private void awaitInPipedrive(String name, Content content) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            site.app().requireAlive();
            return named(name).filter(file -> begins(file, content)).isPresent();
        });
        require(content.sha256(), Content.sha256(bytes(named(name).orElseThrow())));
    }

    /** The file of this name, where there is only one. */
    private Optional<SandboxFile> named(String name) {
        List<SandboxFile> files = site.world().pipedrive().files(ADA.company().value(), DEAL.value()).stream()
                .filter(file -> file.name().equals(name))
                .toList();
        return files.size() == 1 ? Optional.of(files.getFirst()) : Optional.empty();
    }

    private static boolean begins(SandboxFile file, Content content) {
        try (InputStream bytes = bytes(file)) {
            return Arrays.equals(bytes.readNBytes(content.beginning().length), content.beginning());
        } catch (IOException gone) {
            return false;
        }
    }

    private static InputStream bytes(SandboxFile file) {
        try {
            return Files.newInputStream(file.content());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void download() {
        Content content = fresh();
        String name = name("download", "docx");
        site.file(name, content);
        URI address = panel().download(name);
        HttpResponse<InputStream> answer =
                browser.send(HttpRequest.newBuilder(address), HttpResponse.BodyHandlers.ofInputStream());
        require(content.sha256(), Content.sha256(answer.body()));
    }

    private void upload() {
        Content content = fresh();
        String name = name("upload", "docx");
        try {
            CreateWindow.open(browser, panel().createWindow()).upload(name, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        awaitInPipedrive(name, content);
    }

    private void streamedThrough() {
        Content content = fresh();
        JsonNode config = opened(name("view", "djvu"), content);
        require(content.sha256(), Content.sha256(docs.content(config)));
    }

    private static void require(String wanted, String got) {
        if (!wanted.equals(got)) {
            throw new IllegalStateException("what came out is not what went in");
        }
    }
}
