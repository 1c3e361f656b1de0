package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The host that holds the bytes: it knows signed addresses only and no tokens. */
final class StorageOrigin implements Handler {
    private final World world;
    private final StorageSignature signature;

    StorageOrigin(World world, StorageSignature signature) {
        this.world = world;
        this.signature = signature;
    }

    @Override
    public Answer handle(Request request) throws IOException {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return refused(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
        }
        Optional<Answer> fault = world.faults().before("GET storage");
        if (fault.isPresent()) {
            return fault.get().status() == 403 ? expired() : fault.get();
        }
        if (request.header("Authorization").isPresent()) {
            return refused(400, "InvalidArgument", "Only one auth mechanism allowed");
        }
        Answer answer = switch (signature.check(request.path(), request.query())) {
            case GOOD -> stored(request);
            case EXPIRED -> expired();
            case WRONG -> refused(403, "SignatureDoesNotMatch", "The request signature does not match.");
        };
        return world.faults().after("GET storage", answer);
    }

    private Answer stored(Request request) {
        String storageName = request.path().substring(request.path().lastIndexOf('/') + 1);
        if (!Files.exists(world.blobs().path(storageName))) {
            return refused(404, "NoSuchKey", "The specified key does not exist.");
        }
        return content(world, storageName, storageName)
                .with("Content-Disposition", request.query().required("response-content-disposition"));
    }

    static Answer content(World world, String storageName, String visibleName) {
        Path file = world.blobs().path(storageName);
        try {
            return Answer.file(FileTypes.mediaType(visibleName), file, Files.size(file))
                    .with("Content-Disposition", Disposition.attachment(visibleName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer expired() {
        return refused(403, "AccessDenied", "Request has expired");
    }

    private static Answer refused(int status, String code, String message) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                + "</Message></Error>";
        return Answer.of(status, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
    }
}
