package io.dealdocs.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The book of every save that was acknowledged, as the Docs server keeps it. */
final class Book {

    private static final int LAST_SAVE = 2;
    private static final int UUID_LETTERS = 32;

    private final Path file;

    Book(Path file) {
        this.file = file;
    }

    /**
     * A save that was acknowledged.
     *
     * @param key of the document at the Docs server
     * @param status of the callback
     * @param sha256 of what was handed over; {@code unknown} when the Docs server died before it could tell
     */
    record Entry(String key, int status, String sha256) {

        /** The document, as its key names it: installation, document, revision. */
        String document() {
            String letters = key.split("\\.", -1)[1];
            if (letters.length() != UUID_LETTERS) {
                throw new IllegalStateException("not a key: " + key);
            }
            return letters.substring(0, 8) + "-" + letters.substring(8, 12) + "-" + letters.substring(12, 16) + "-"
                    + letters.substring(16, 20) + "-" + letters.substring(20);
        }
    }

    List<Entry> entries() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Book::entry).toList()
                    : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Entry entry(String line) {
        String[] parts = line.split(" ", -1);
        return new Entry(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    /** Whether a key's last save was acknowledged. */
    boolean ended(String key) {
        return entries().stream().anyMatch(entry -> entry.key().equals(key) && entry.status() == LAST_SAVE);
    }
}
