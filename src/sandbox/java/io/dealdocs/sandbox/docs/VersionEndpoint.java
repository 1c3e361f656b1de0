package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Change;
import io.dealdocs.sandbox.docs.office.Content;
import io.dealdocs.sandbox.docs.office.Contents;
import io.dealdocs.sandbox.docs.office.GridRow;
import io.dealdocs.sandbox.docs.office.Line;
import io.dealdocs.sandbox.docs.office.Page;
import io.dealdocs.sandbox.docs.office.UnknownBlockException;
import io.dealdocs.sandbox.docs.office.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows a version of the history: the file itself, or the previous one with the changes that led to it. */
final class VersionEndpoint implements Endpoint {

    static final String PATH = "/editor/version";

    private static final int LINES = 5000;

    private final World world;
    private final Downloads downloads;

    VersionEndpoint(World world, Downloads downloads) {
        this.world = world;
        this.downloads = downloads;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        try {
            String token = exchange.json().path("token").asString("");
            exchange.json(version(Jwt.verify(
                    token, world.settings().now().secret(), world.clock().instant())));
        } catch (JwtException e) {
            refuse(exchange, OpenRefusedException.of(e));
        } catch (OpenRefusedException e) {
            refuse(exchange, e);
        } catch (DownloadFailedException | UnreadableFileException | UnknownBlockException e) {
            refuse(exchange, OpenRefusedException.downloadFailed());
        }
    }

    private static void refuse(Exchange exchange, OpenRefusedException e) throws IOException {
        exchange.json(Map.of("refused", Map.of("code", e.code(), "message", String.valueOf(e.getMessage()))));
    }

    private Map<String, List<String>> version(ObjectNode claims)
            throws IOException, OpenRefusedException, DownloadFailedException, UnreadableFileException {
        if (claims.has("document")
                || claims.has("editorConfig")
                || !claims.path("url").isString()) {
            throw OpenRefusedException.accessDenied();
        }
        JsonNode previous = claims.path("previous");
        String changesUrl = claims.path("changesUrl").asString("");
        if (changesUrl.isEmpty() || previous.isMissingNode()) {
            return Map.of("lines", lines(content(claims)), "added", List.of());
        }
        Content content = content(previous);
        List<String> before = lines(content);
        for (JsonNode change : changes(downloads.fetch(changesUrl, ""))) {
            content.apply(Json.as(change, Change.class));
        }
        List<String> now = lines(content);
        return Map.of(
                "lines",
                now,
                "added",
                now.stream().filter(line -> !before.contains(line)).toList());
    }

    private Content content(JsonNode version) throws IOException, DownloadFailedException, UnreadableFileException {
        Path file = downloads.fetch(
                version.path("url").asString(""), version.path("key").asString(""));
        return Contents.read(file, version.path("fileType").asString("docx"));
    }

    private static JsonNode changes(Path archive) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            return zip.getNextEntry() == null ? Json.object() : Json.read(zip.readAllBytes());
        }
    }

    private static List<String> lines(Content content) {
        Page page = content.page(0, 0, LINES);
        return page.items().stream()
                .map(item -> switch (item) {
                    case Line line -> line.text();
                    case GridRow row ->
                        row.cells().stream().map(GridRow.GridCell::text).collect(Collectors.joining("\t"));
                })
                .toList();
    }
}
