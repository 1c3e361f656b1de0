package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What the scripts of the pages ask their own server for; the signed-in browser is the right to it. */
final class HostApi {
    private final World world;
    private final Layout layout;
    private final FrameTokens tokens;
    private final FileCabinet cabinet;
    private final Uploads uploads;

    HostApi(World world, Layout layout, FrameTokens tokens, FileCabinet cabinet) {
        this.world = world;
        this.layout = layout;
        this.tokens = tokens;
        this.cabinet = cabinet;
        uploads = new Uploads(world);
    }

    void addTo(Pages pages) {
        pages.on("POST", "/__host/frames", this::frame)
                .on("POST", "/__host/tokens", this::token)
                .on("POST", "/__host/theme", this::theme)
                .on("GET", "/__host/deals/{id}/files", this::files)
                .on("POST", "/__host/deals/{id}/files", this::upload)
                .on("POST", "/__host/files/{id}/name", this::rename)
                .on("DELETE", "/__host/files/{id}", this::delete);
    }

    private User installed(Request request) {
        User user = layout.user(request);
        if (!world.installed(user)) {
            throw new Refusal(Answer.text(403, "The app is not installed"));
        }
        return user;
    }

    private Answer token(Request request) {
        return Answer.json(
                200, Json.object().put("token", tokens.sign(installed(request).member())));
    }

    private Answer frame(Request request) throws IOException {
        User user = installed(request);
        JsonNode wish = request.json();
        URI page = page(wish);
        Map<String, String> query = new LinkedHashMap<>();
        wish.path("context")
                .properties()
                .forEach(entry -> query.put(entry.getKey(), entry.getValue().asString("")));
        String id = Tokens.hex(16);
        query.put("userId", Long.toString(user.id()));
        query.put("companyId", Long.toString(user.companyId()));
        query.put("token", tokens.sign(user.member()));
        query.put("id", id);
        query.put("theme", world.theme(user).wire());
        if (wish.path("data").isObject()) {
            query.put("data", Json.text(wish.path("data")));
        }
        String separator = page.getRawQuery() == null ? "?" : "&";
        return Answer.json(
                200,
                Json.object()
                        .put("id", id)
                        .put("src", page + separator + Form.encode(query))
                        .put("origin", page.getScheme() + "://" + page.getRawAuthority())
                        .put("timeout", world.faults().limits().frameTimeout().toMillis())
                        .put("silent", world.faults().framesAreSilent()));
    }

    private URI page(JsonNode wish) {
        AppRegistration app = world.app();
        return switch (wish.path("kind").asString("")) {
            case "panel" -> app.panelUrl();
            case "settings" -> app.settingsUrl();
            case "modal" -> {
                if (!wish.path("actionId").asString("").equals(app.createModalId())) {
                    throw new Refusal(Answer.text(404, "There is no modal of this id"));
                }
                yield app.createModalUrl();
            }
            default -> throw new Refusal(Answer.text(400, "There is no frame of this kind"));
        };
    }

    private Answer theme(Request request) throws IOException {
        User user = layout.user(request);
        User.Theme theme = User.Theme.of(request.json().path("theme").asString(""));
        world.state().change(book -> {
            book.themes.put(user.member(), theme);
            return theme;
        });
        return Answer.json(200, Json.object().put("theme", theme.wire()));
    }

    private Answer files(Request request) {
        Deal deal = deal(request);
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (FileRecord file : cabinet.onDeal(layout.company(), deal.id()).reversed()) {
            if (file.origin() != FileOrigin.INLINE_PICTURE) {
                list.addObject()
                        .put("id", file.id())
                        .put("name", file.name())
                        .put("size", file.size())
                        .put("added", file.addTime().toString())
                        .put("google", file.origin() == FileOrigin.GOOGLE)
                        .put(
                                "by",
                                world.directory()
                                        .user(new Member(file.companyId(), file.userId()))
                                        .map(User::name)
                                        .orElse(""));
            }
        }
        return Answer.json(200, list);
    }

    private Answer upload(Request request) throws IOException {
        Deal deal = deal(request);
        Uploads.Upload upload = uploads.receive(request);
        try {
            FileLinks links = FileLinks.plain(deal.id());
            cabinet.add(layout.user(request), upload.fileName(), links, FileOrigin.STORAGE, upload.content());
        } finally {
            Files.deleteIfExists(upload.content());
        }
        return Answer.empty(204);
    }

    private Answer rename(Request request) throws IOException {
        FileRecord file = file(request);
        String name = request.json().path("name").asString("").strip();
        if (!name.isEmpty()) {
            cabinet.rename(file, Optional.of(name), Optional.empty());
        }
        return Answer.empty(204);
    }

    private Answer delete(Request request) {
        cabinet.delete(file(request));
        return Answer.empty(204);
    }

    private Deal deal(Request request) {
        User user = layout.user(request);
        return world.directory()
                .deal(layout.company(), request.number("id"))
                .filter(deal -> world.sees(user, deal) && !deal.deleted())
                .orElseThrow(() -> new Refusal(Answer.text(404, "Deal not found")));
    }

    FileRecord file(Request request) {
        User user = layout.user(request);
        return cabinet.find(layout.company(), request.number("id"))
                .filter(FileRecord::active)
                .filter(file -> world.directory().deals(layout.company()).stream()
                        .anyMatch(deal -> file.onDeal(deal.id()) && world.sees(user, deal)))
                .orElseThrow(() -> new Refusal(Answer.text(404, "File not found")));
    }
}
