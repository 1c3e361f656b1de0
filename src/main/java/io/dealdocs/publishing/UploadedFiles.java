package io.dealdocs.publishing;

import io.dealdocs.documents.Publications;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.pipedrive.PipedriveFiles;
import io.dealdocs.shared.MemberId;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the file of an upload whose answer nobody heard. Only a file with a higher id, the same uploader, name, size and
 * content is ours, and only one that belongs to no document yet.
 */
@Component
class UploadedFiles {

    private final Couriers couriers;
    private final PipedriveFiles files;
    private final Publications publications;

    UploadedFiles(Couriers couriers, PipedriveFiles files, Publications publications) {
        this.couriers = couriers;
        this.files = files;
        this.publications = publications;
    }

    /** Looks for it with a member's eyes; costs 20 tokens, and 20 more for each file that looks like it. */
    Optional<PipedriveFile> find(Attempt attempt, MemberId member) {
        // What was uploaded a moment ago is on the first page, for that begins with the newest change.
        return couriers.ask(member, access -> files.list(access, attempt.deal(), 0)).files().stream()
                .filter(attempt::mayBe)
                .filter(file ->
                        publications.documentOf(member.company(), file.id()).isEmpty())
                .filter(file -> sameContent(attempt, member, file))
                .findFirst();
    }

    private boolean sameContent(Attempt attempt, MemberId member, PipedriveFile file) {
        try {
            return couriers.ask(
                    member,
                    access -> files.download(
                            access, file.id(), (bytes, size) -> sha256(bytes).equals(attempt.sha256())));
        } catch (PipedriveException.NotFound goneMeanwhile) {
            return false;
        }
    }

    private static String sha256(InputStream bytes) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[16 * 1024];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is part of every JDK", missing);
        }
    }
}
