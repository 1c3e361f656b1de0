package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The state on disk: always whole, and there once a write has returned, whatever kills the process. */
final class StateFile {
    private final Path file;

    StateFile(Path directory) {
        file = directory.resolve("state.json");
    }

    Optional<Snapshot> read() throws IOException {
        return Files.exists(file)
                ? Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), Snapshot.class))
                : Optional.empty();
    }

    void write(Snapshot snapshot) throws IOException {
        Path fresh = file.resolveSibling("state.json.new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(snapshot));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectory();
    }

    private void syncDirectory() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
