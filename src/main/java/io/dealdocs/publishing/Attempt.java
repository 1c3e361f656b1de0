package io.dealdocs.publishing;

import io.dealdocs.pipedrive.PipedriveFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import java.time.Instant;
import java.util.Optional;

/**
 * An upload that was begun, with everything by which it is recognised should its answer be lost.
 *
 * @param fence the fencing number under which its result may be recorded
 * @param deal where the file was to go
 * @param highestFileId only a higher file id can be it
 * @param replaces the file it supersedes
 */
record Attempt(
        long id,
        DocumentId document,
        int version,
        long fence,
        MemberId member,
        DealId deal,
        String name,
        long size,
        String sha256,
        long highestFileId,
        Optional<FileId> replaces,
        Instant startedAt) {

    Attempt withId(long given) {
        return new Attempt(
                given, document, version, fence, member, deal, name, size, sha256, highestFileId, replaces, startedAt);
    }

    /** Whether a file may be what this attempt uploaded; its content decides. */
    boolean mayBe(PipedriveFile file) {
        return file.active()
                && file.id().value() > highestFileId
                && file.uploader().equals(member.user())
                && file.size() == size
                && (file.name().equals(name) || mayBeMisread());
    }

    // Pipedrive may misread names that are not plain ASCII; who hears its answer repairs them.
    private boolean mayBeMisread() {
        return name.chars().anyMatch(character -> character > '~');
    }
}
