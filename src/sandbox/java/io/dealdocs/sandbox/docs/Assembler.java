package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Author;
import io.dealdocs.sandbox.docs.office.Change;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the files of a save: the document with its changes, and the archive of the changes. */
final class Assembler {

    /** The build whose histories can be shown with highlights. */
    static final String SERVER_VERSION = "9.3.1";

    private final World world;
    private final Results results;

    Assembler(World world, Results results) {
        this.world = world;
        this.results = results;
    }

    /** Writes and publishes a snapshot; addresses begin with the base the person's browser used. */
    Assembly assemble(String key, Snapshot snapshot, String base) throws IOException {
        String fileType = snapshot.source().fileType();
        Path file = Files.createTempFile(world.folder(), "output", "." + fileType);
        try (OutputStream out = Files.newOutputStream(file)) {
            snapshot.content().write(snapshot.source().file(), out);
        }
        // A session that began with a forgotten file has no history, because nobody has the version it began with.
        String changes = snapshot.source().forgotten()
                ? ""
                : results.publish(base, key, archive(snapshot.changes()), "changes.zip");
        return new Assembly(
                file,
                fileType,
                results.publish(base, key, file, "output." + fileType),
                changes,
                history(snapshot),
                snapshot.number(),
                snapshot.notModified(),
                snapshot.lastAuthor(),
                snapshot.changes().getLast().at());
    }

    /** The document as it is, for a download by a person. */
    Path draft(Snapshot snapshot) throws IOException {
        Source source = snapshot.source();
        Path file = Files.createTempFile(world.folder(), "draft", "." + source.fileType());
        try (OutputStream out = Files.newOutputStream(file)) {
            snapshot.content().write(source.file(), out);
        }
        return file;
    }

    private Path archive(List<Change> changes) throws IOException {
        Path file = Files.createTempFile(world.folder(), "changes", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("changes0.json"));
            zip.write(Json.bytes(changes));
            zip.closeEntry();
        }
        return file;
    }

    /** One entry for each stretch of changes by one person. */
    private static ObjectNode history(Snapshot snapshot) {
        ObjectNode history = Json.object().put("serverVersion", SERVER_VERSION);
        ArrayNode runs = history.putArray("changes");
        Author previous = null;
        for (Change change : snapshot.changes()) {
            if (!change.author().equals(previous)) {
                ObjectNode run = runs.addObject();
                run.put("documentSha256", snapshot.source().sha256());
                run.put("created", CallbackBody.seconds(change.at()));
                run.putObject("user")
                        .put("id", change.author().id())
                        .put("name", change.author().name());
            }
            previous = change.author();
        }
        return history;
    }
}
