package io.dealdocs.documents;

import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.io.IOException;
import java.io.InputStream;

/**
 * The files of a deal as a member sees and changes them. Each call asks Pipedrive with the member's own token whether
 * the member may see the deal, and throws a {@link io.dealdocs.shared.Refusal} where it is not done.
 */
public interface DealDocuments {

    /** The deal's files joined with our documents. */
    DealListing list(MemberId member, DealId deal);

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

    /** Deletes a file or document from the deal, in Pipedrive as well. */
    void delete(MemberId member, DealId deal, DealFile.Ref ref);

    /** Streams the newest content of a line. */
    <T> T read(MemberId member, DealId deal, DealFile.Ref ref, ContentSink<T> sink) throws IOException;

    /** The most bytes an upload may have. */
    long uploadLimit();
}
