package io.dealdocs.documents;

import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The files of a deal as a member sees and changes them. Each call asks Pipedrive with the member's own token whether
 * the member may see the deal, and throws a {@link io.dealdocs.shared.Refusal} where it is not done. While Pipedrive does
 * not answer, what it said within the last 12 hours holds for everything but {@link #delete}.
 */
public interface DealDocuments {

    /**
     * Lets a member in who may see the deal, and answers the names of its files as the member saw them last and as we
     * know them; asks nothing about its files.
     */
    TakenNames takenNames(MemberId member, DealId deal);

    /** What the pen would do with a file of this name. */
    DealFile.Opening opening(String fileName);

    /** The deal's files joined with our documents; from what we know while Pipedrive does not answer. */
    DealListing list(MemberId member, DealId deal, Reach reach);

    /** The same with every file. */
    default DealListing list(MemberId member, DealId deal) {
        return list(member, deal, Reach.ALL);
    }

    /**
     * The next hundred of the deal's files, without what was listed before.
     *
     * @param start the {@link DealListing#next()} of the listing before
     */
    DealListing further(MemberId member, DealId deal, int start);

    /**
     * Creates an empty document in the member's language and page size; it is on its way to Pipedrive when this returns.
     *
     * @param title without extension, at most 190 characters with it
     */
    DocumentId create(MemberId member, DealId deal, DocumentKind kind, String title);

    /**
     * Takes an uploaded file; it is stored, and on its way to Pipedrive, when this returns.
     *
     * @param size announced length in bytes; a shorter or longer content is refused
     */
    DocumentId upload(MemberId member, DealId deal, String name, long size, InputStream content) throws IOException;

    /**
     * Deletes a file or document from the deal: no list shows it any more when this returns. It is deleted in Pipedrive
     * when the {@link #undoTime()} is over, or later where Pipedrive is silent; should Pipedrive refuse, it shows again.
     *
     * @param confirmed whether it may happen although people edit it, who are sent away then
     * @throws io.dealdocs.shared.Refusal {@code BEING_EDITED} with the names of those who do, where it is not confirmed
     */
    DeletionId delete(MemberId member, DealId deal, DealFile.Ref ref, boolean confirmed);

    /**
     * Takes a deletion back: the file or document shows again.
     *
     * @throws io.dealdocs.shared.Refusal {@code UNDO_TOO_LATE} when it has begun
     */
    void undo(MemberId member, DealId deal, DeletionId deletion);

    /** How long a deletion can be taken back. */
    Duration undoTime();

    /**
     * Streams the newest content of a line. Where the deal is gone, or gone for this member only (Pipedrive does not tell
     * the one from the other), a member still gets the newest version of a document that they wrote themselves, and
     * nothing that others wrote after it.
     */
    <T> T read(MemberId member, DealId deal, DealFile.Ref ref, ContentSink<T> sink) throws IOException;

    /** The most bytes an upload may have. */
    long uploadLimit();
}
