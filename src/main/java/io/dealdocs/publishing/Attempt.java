package io.dealdocs.publishing;

import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import java.time.Instant;
import java.util.Optional;

/**
 * An upload that was begun, with everything by which it is recognised should its answer be lost.
 *
 * @param fence the fencing number under which its result may be recorded
 * @param highestFileId only a higher file id can be it
 * @param replaces the file it supersedes
 */
record Attempt(
        long id,
        DocumentId document,
        int version,
        long fence,
        MemberId member,
        String name,
        long size,
        String sha256,
        long highestFileId,
        Optional<FileId> replaces,
        Instant startedAt) {}
