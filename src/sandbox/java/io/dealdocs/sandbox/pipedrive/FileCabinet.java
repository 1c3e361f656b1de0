package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files of all deals: adding, renaming and deleting them, for the REST interface, the pages and tests alike. */
final class FileCabinet {
    private static final Duration KEPT_AFTER_DELETE = Duration.ofDays(30);

    private final World world;

    FileCabinet(World world) {
        this.world = world;
    }

    /** The active files of a deal, by id. */
    List<FileRecord> onDeal(Company company, long dealId) {
        return world.state()
                .read(book -> book.files(company)
                        .filter(FileRecord::active)
                        .filter(file -> file.onDeal(dealId))
                        .toList());
    }

    /** A file, deleted ones included until they are purged. */
    Optional<FileRecord> find(Company company, long id) {
        purge();
        return world.state().read(book -> book.file(company, id));
    }

    /** Takes an upload over; it is on disk when this returns. */
    FileRecord add(User user, String name, FileLinks links, FileOrigin origin, Path scratch) throws IOException {
        String storageName = Blobs.storageName(name);
        long size = origin == FileOrigin.GOOGLE ? 0 : Files.size(scratch);
        world.blobs().adopt(scratch, storageName);
        Company company = world.directory().company(user.companyId());
        Instant now = world.clock().instant();
        return world.state().change(book -> {
            long id = book.nextFileId(company);
            var file = new FileRecord(
                    company.id(), id, user.id(), now, now, name, storageName, size, links, origin, null, null);
            book.put(file);
            return file;
        });
    }

    FileRecord rename(FileRecord file, Optional<String> name, Optional<String> description) {
        return put(file.renamed(name, description, world.clock().instant()));
    }

    FileRecord delete(FileRecord file) {
        return put(file.deleted(world.clock().instant()));
    }

    FileRecord hangOn(FileRecord file, FileLinks links) {
        return put(file.hangingOn(links));
    }

    private FileRecord put(FileRecord file) {
        return world.state().change(book -> {
            book.put(file);
            return file;
        });
    }

    private void purge() {
        Instant limit = world.clock().instant().minus(KEPT_AFTER_DELETE);
        List<FileRecord> dead = world.state()
                .read(book ->
                        book.allFiles().filter(file -> deadBy(file, limit)).toList());
        if (!dead.isEmpty()) {
            world.state().change(book -> {
                dead.forEach(book::purge);
                return dead;
            });
            dead.forEach(this::deleteContent);
        }
    }

    private static boolean deadBy(FileRecord file, Instant limit) {
        Instant deletedAt = file.deletedAt();
        return deletedAt != null && deletedAt.isBefore(limit);
    }

    private void deleteContent(FileRecord file) {
        try {
            world.blobs().delete(file.storageName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
