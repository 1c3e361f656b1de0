package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls about files, which exist in version 1 only (pipedrive contract, section 3.4). */
final class RestFiles {
    private final World world;
    private final RestDeals deals;
    private final FileCabinet cabinet;
    private final Uploads uploads;
    private final StorageSignature signature;

    RestFiles(World world, RestDeals deals, FileCabinet cabinet, StorageSignature signature) {
        this.world = world;
        this.deals = deals;
        this.cabinet = cabinet;
        this.signature = signature;
        uploads = new Uploads(world);
    }

    List<RestRoute> routes() {
        return List.of(
                RestRoute.of("GET", "/v1/deals/{id}/files", 20, Scopes.READ_DEALS, this::onDeal),
                RestRoute.of("GET", "/v1/files/{id}", 2, Scopes.READ_FILES, this::one),
                RestRoute.of("GET", "/v1/files/{id}/download", 20, Scopes.READ_FILES, this::download),
                RestRoute.of("POST", "/v1/files", 10, Scopes.WRITE_FILES, this::add),
                RestRoute.of("PUT", "/v1/files/{id}", 10, Scopes.WRITE_FILES, this::rename),
                RestRoute.of("DELETE", "/v1/files/{id}", 6, Scopes.WRITE_FILES, this::delete));
    }

    private Answer onDeal(Caller caller, Request request) {
        Deal deal = deals.usable(caller, request.number("id"));
        ListQuery query = ListQuery.of(request.query(), world.faults());
        List<FileRecord> all = query.sorted(cabinet.onDeal(caller.company(), deal.id()));
        FileJson json = new FileJson(world, true);
        ArrayNode page = Json.MAPPER.createArrayNode();
        query.page(all).forEach(file -> page.add(json.write(file, deal)));
        ObjectNode body = Json.object().put("success", true);
        if (page.isEmpty() && !world.faults().is(Switch.EMPTY_LIST_IS_AN_ARRAY)) {
            body.putNull("data");
        } else {
            body.set("data", page);
        }
        query.pagination(body.putObject("additional_data").putObject("pagination"), all.size());
        return Answer.json(200, body);
    }

    private Answer one(Caller caller, Request request) {
        return object(file(caller, request), caller);
    }

    private Answer download(Caller caller, Request request) {
        FileRecord file = active(caller, request);
        if (file.origin() == FileOrigin.GOOGLE) {
            return Answers.application(400, "File is not stored at Pipedrive");
        }
        return world.faults().downloadsDirectly()
                ? StorageOrigin.content(world, file.storageName(), file.name())
                : Answer.redirect(signature.sign(file));
    }

    private Answer add(Caller caller, Request request) throws IOException {
        Uploads.Upload upload = uploads.receive(request);
        try {
            String dealId = Optional.ofNullable(upload.fields().get("deal_id"))
                    .filter(id -> id.matches("[0-9]{1,18}"))
                    .orElseThrow(
                            () -> new Refusal(Answers.application(400, "An item to attach the file to is required")));
            Deal deal = deals.usable(caller, Long.parseLong(dealId));
            boolean drive = world.faults().is(Switch.UPLOADS_GO_TO_DRIVE);
            FileOrigin origin = drive ? FileOrigin.GOOGLE : FileOrigin.STORAGE;
            FileLinks links = FileLinks.plain(deal.id());
            return object(cabinet.add(caller.user(), upload.fileName(), links, origin, upload.content()), caller);
        } finally {
            Files.deleteIfExists(upload.content());
        }
    }

    private Answer rename(Caller caller, Request request) throws IOException {
        FileRecord file = active(caller, request);
        if (!request.contentType().equals(Request.FORM)) {
            return Answers.application(400, "Bad request: content must be application/x-www-form-urlencoded");
        }
        Form form = request.form();
        Optional<String> name = form.get("name").filter(text -> !text.isBlank());
        return object(cabinet.rename(file, name, form.get("description")), caller);
    }

    private Answer delete(Caller caller, Request request) {
        FileRecord file = active(caller, request);
        cabinet.delete(file);
        return Answers.ok(Json.object().put("id", file.id()));
    }

    private Answer object(FileRecord file, Caller caller) {
        Long dealId = file.links().deal();
        Deal deal = dealId == null
                ? null
                : world.directory().deal(caller.company(), dealId).orElse(null);
        return Answers.ok(new FileJson(world, false).write(file, deal));
    }

    private FileRecord active(Caller caller, Request request) {
        FileRecord file = file(caller, request);
        if (!file.active()) {
            throw new Refusal(absent());
        }
        return file;
    }

    private FileRecord file(Caller caller, Request request) {
        boolean showDeleted = world.faults().is(Switch.DELETED_FILE_IS_INACTIVE);
        return cabinet.find(caller.company(), request.number("id"))
                .filter(file -> file.active() || showDeleted)
                .filter(file -> visible(caller, file))
                .orElseThrow(() -> new Refusal(absent()));
    }

    private boolean visible(Caller caller, FileRecord file) {
        Long dealId = file.links().deal();
        return dealId == null
                || world.directory()
                        .deal(caller.company(), dealId)
                        .filter(deal -> world.sees(caller.user(), deal))
                        .isPresent();
    }

    private static Answer absent() {
        return Answers.application(404, "File not found");
    }
}
