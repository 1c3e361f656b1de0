package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Contents;
import io.dealdocs.sandbox.docs.office.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Gets what a session works on: a forgotten file of the key if there is one, else the document itself. */
final class Sources {

    private final Downloads downloads;
    private final Forgotten forgotten;

    Sources(Downloads downloads, Forgotten forgotten) {
        this.downloads = downloads;
        this.forgotten = forgotten;
    }

    Source open(OpenConfig config) throws OpenRefusedException {
        Optional<Forgotten.File> kept = forgotten.find(config.key());
        try {
            return kept.isPresent()
                    ? read(kept.get().path(), kept.get().fileType(), true)
                    : read(downloads.fetch(config.url(), config.key()), config.fileType(), false);
        } catch (DownloadFailedException e) {
            throw e.tooLarge()
                    ? new OpenRefusedException(OpenRefusedException.TOO_LARGE, "The file size exceeds the limit.")
                    : OpenRefusedException.downloadFailed();
        } catch (UnreadableFileException e) {
            throw new OpenRefusedException(
                    OpenRefusedException.WRONG_FORMAT, "The file content does not match the file extension.");
        } catch (IOException e) {
            throw new OpenRefusedException(OpenRefusedException.WRONG_FORMAT, "The file cannot be read.");
        }
    }

    private static Source read(Path file, String fileType, boolean fromForgotten)
            throws IOException, UnreadableFileException {
        if (Files.size(file) == 0) {
            Contents.blank(file, fileType);
        }
        return new Source(file, fileType, Files.size(file), sha256(file), Contents.read(file, fileType), fromForgotten);
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
