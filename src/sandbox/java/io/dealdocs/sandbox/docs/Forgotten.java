package io.dealdocs.sandbox.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Results nobody took: kept until somebody asks, and opened instead of the document meanwhile. They lie in a folder, one
 * file each, and are found there again.
 */
final class Forgotten {

    private static final String NAME = "output.";

    /** A result that was not taken. */
    record File(Path path, String fileType) {}

    private final Path folder;
    private final ConcurrentSkipListMap<String, File> files = new ConcurrentSkipListMap<>();

    Forgotten(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*")) {
            for (Path one : found) {
                find(one);
            }
        }
    }

    private void find(Path ofKey) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(ofKey, NAME + "*")) {
            for (Path file : found) {
                String type = file.getFileName().toString().substring(NAME.length());
                files.put(ofKey.getFileName().toString(), new File(file, type));
            }
        }
    }

    void keep(String key, Path result, String fileType) {
        try {
            delete(key);
            Path file = Files.createDirectories(folder.resolve(key)).resolve(NAME + fileType);
            Files.copy(result, file, StandardCopyOption.REPLACE_EXISTING);
            files.put(key, new File(file, fileType));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<File> find(String key) {
        return Optional.ofNullable(files.get(key));
    }

    boolean delete(String key) {
        File file = files.remove(key);
        if (file == null) {
            return false;
        }
        try {
            Files.deleteIfExists(file.path());
            Files.deleteIfExists(folder.resolve(key));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> keys() {
        return List.copyOf(files.keySet());
    }

    void clear() {
        keys().forEach(this::delete);
    }
}
