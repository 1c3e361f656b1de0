package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The contents of files, one on disk for each, streamed both ways. */
final class Blobs {
    private final Path directory;
    private final boolean durable;

    Blobs(Path directory, boolean durable) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.durable = durable;
    }

    Path path(String storageName) {
        return directory.resolve(storageName);
    }

    /** A storage name for a file of the given visible name. */
    static String storageName(String visibleName) {
        String extension = FileTypes.extension(visibleName);
        return UUID.randomUUID() + (extension.matches("[A-Za-z0-9]{1,8}") ? "." + extension : "");
    }

    Path scratch() throws IOException {
        return Files.createTempFile(directory, "incoming", ".part");
    }

    /** Moves an upload to its place; on disk when it returns. */
    void adopt(Path scratch, String storageName) throws IOException {
        if (durable) {
            try (FileChannel channel = FileChannel.open(scratch, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        Files.move(scratch, path(storageName));
    }

    void write(String storageName, byte[] content) throws IOException {
        Files.write(path(storageName), content);
    }

    void delete(String storageName) throws IOException {
        Files.deleteIfExists(path(storageName));
    }

    void clear() throws IOException {
        for (Path file : contents()) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
