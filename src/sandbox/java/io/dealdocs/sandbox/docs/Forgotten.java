package io.dealdocs.sandbox.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Results nobody took: kept until somebody asks, and opened instead of the document meanwhile. */
final class Forgotten {

    /** A result that was not taken. */
    record File(Path path, String fileType) {}

    private final ConcurrentSkipListMap<String, File> files = new ConcurrentSkipListMap<>();

    void keep(String key, Path path, String fileType) {
        files.put(key, new File(path, fileType));
    }

    Optional<File> find(String key) {
        return Optional.ofNullable(files.get(key));
    }

    boolean delete(String key) {
        return files.remove(key) != null;
    }

    List<String> keys() {
        return List.copyOf(files.keySet());
    }

    void clear() {
        files.clear();
    }
}
