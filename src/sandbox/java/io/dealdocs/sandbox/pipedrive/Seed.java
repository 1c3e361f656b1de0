package io.dealdocs.sandbox.pipedrive;

import io.dealdocs.sandbox.pipedrive.SeedFiles.SeedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fills an empty sandbox. */
final class Seed {
    /** Making Office files takes a second, and the same ones are wanted after every reset. */
    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private static final Duration APART = Duration.ofMinutes(47);

    private final World world;

    Seed(World world) {
        this.world = world;
    }

    void sow() throws IOException {
        world.blobs().clear();
        List<SeedFile> wanted = world.faults().is(Switch.EMPTY_DEALS) ? List.of() : SeedFiles.all();
        List<String> storageNames = new ArrayList<>();
        for (SeedFile file : wanted) {
            String storageName = Blobs.storageName(file.name());
            world.blobs().write(storageName, content(file));
            storageNames.add(storageName);
        }
        Instant first = world.clock().instant().minus(APART.multipliedBy(wanted.size() + 1L));
        world.state().change(book -> {
            book.clear();
            for (int i = 0; i < wanted.size(); i++) {
                Instant time = first.plus(APART.multipliedBy(i));
                book.put(record(book.nextFileId(wanted.get(i).company()), wanted.get(i), storageNames.get(i), time));
            }
            return wanted;
        });
    }

    private static FileRecord record(long id, SeedFile file, String storageName, Instant time) {
        return new FileRecord(
                file.company().id(),
                id,
                file.userId(),
                time,
                time,
                file.name(),
                storageName,
                content(file).length,
                file.links(),
                file.origin(),
                null,
                null);
    }

    private static byte[] content(SeedFile file) {
        return file.empty() ? new byte[0] : MADE.computeIfAbsent(file.name(), Seed::make);
    }

    private static byte[] make(String name) {
        try {
            int dot = name.lastIndexOf('.');
            return SampleDocuments.of(name, dot < 0 ? name : name.substring(0, dot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
