package io.dealdocs.editing;

import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;

/**
 * What an editor answers when a document's file was deleted in Pipedrive itself. Who answers nothing keeps the document:
 * its next version gets a new file. Calls throw a {@link io.dealdocs.shared.Refusal} where it is not done.
 */
public interface GoneFiles {

    /** Puts the document back at once. */
    void keep(MemberId member, DocumentId document, FileId file);

    /** Deletes the document as well; everybody's editing ends, and what they typed is kept for a while. */
    void delete(MemberId member, DocumentId document, FileId file);
}
