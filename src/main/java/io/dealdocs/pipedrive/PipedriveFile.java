package io.dealdocs.pipedrive;

import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as Pipedrive knows it (pipedrive contract, section 3.4).
 *
 * @param name the visible name with its extension
 * @param size in bytes; 0 for files that Google holds
 * @param deal the deal it hangs on, if any
 * @param attachment what else it hangs on
 * @param active false once deleted
 * @param inline a picture inside a mail's body, which nobody calls a file
 * @param remoteLocation {@code s3}, or {@code googledocs} where Pipedrive holds no bytes
 * @param googleId its id at Google, where Google holds the bytes and the id looks like one
 */
public record PipedriveFile(
        FileId id,
        String name,
        long size,
        UserId uploader,
        @Nullable String uploaderName,
        Instant addedAt,
        Instant updatedAt,
        @Nullable DealId deal,
        Attachment attachment,
        boolean active,
        boolean inline,
        String remoteLocation,
        @Nullable String googleId) {

    /** What a file hangs on besides its deal: only {@code DEAL_ONLY} files may be replaced by us. */
    public enum Attachment {
        DEAL_ONLY,
        MAIL,
        ACTIVITY,
        LEAD,
        PRODUCT,
        PROJECT
    }

    /** The same file with its uploader's name, which Pipedrive's files do not carry. */
    public PipedriveFile uploadedBy(@Nullable String name) {
        return new PipedriveFile(
                id,
                this.name,
                size,
                uploader,
                name,
                addedAt,
                updatedAt,
                deal,
                attachment,
                active,
                inline,
                remoteLocation,
                googleId);
    }

    /** Whether Pipedrive itself holds the bytes. */
    public boolean storedAtPipedrive() {
        return remoteLocation.equals("s3");
    }
}
