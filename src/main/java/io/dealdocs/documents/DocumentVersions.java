package io.dealdocs.documents;

import io.dealdocs.shared.ContentSink;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.io.IOException;
import java.util.List;

/**
 * The versions of a document as a member sees and uses them. Each call asks Pipedrive with the member's own token whether
 * the member may see the deal, and throws a {@link io.dealdocs.shared.Refusal} where it is not done. The versions of a
 * deleted document can be looked at and saved as files until they are forgotten.
 */
public interface DocumentVersions {

    /** All versions that are kept, newest first. */
    List<VersionLine> list(MemberId member, DealId deal, DocumentId document);

    /**
     * Streams one version.
     *
     * @throws ContentDamaged when what is stored is not what was
     */
    <T> T read(MemberId member, DealId deal, DocumentId document, int number, ContentSink<T> sink) throws IOException;

    /**
     * Makes an older, recovered or conflicting version the document, as a new version; it is on its way to Pipedrive when
     * this returns. The head itself stays what it is.
     *
     * @param confirmed whether it may happen although people edit the document, who are sent away then
     * @return the number of the version that is the document now
     * @throws io.dealdocs.shared.Refusal {@code BEING_EDITED} with the names of those who do, where it is not confirmed;
     *     {@code FORMAT_UNSUPPORTED} for a content of another format than the document's name tells
     */
    int makeCurrent(MemberId member, DealId deal, DocumentId document, int number, boolean confirmed);

    /** Saves a version as a document of its own in the same deal; it is on its way to Pipedrive when this returns. */
    DocumentId saveAsFile(MemberId member, DealId deal, DocumentId document, int number);
}
