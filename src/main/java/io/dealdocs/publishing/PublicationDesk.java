package io.dealdocs.publishing;

import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;

/**
 * What a person may do about a document that is not in Pipedrive. Each call asks Pipedrive first with the member's own
 * token, and throws a {@link io.dealdocs.shared.Refusal} where it is not done; what is done is on its way when the call
 * returns.
 */
public interface PublicationDesk {

    /**
     * Sends the newest version to Pipedrive now, even while others edit and whatever the company's rule is. Does nothing
     * where Pipedrive has it.
     *
     * @throws io.dealdocs.shared.Refusal {@code DEAL_GONE}, {@code FILE_GONE}, or why Pipedrive does not answer
     */
    void publishNow(MemberId member, DealId deal, DocumentId document);

    /**
     * Tries once more what Pipedrive refused; the attention is gone until it refuses again.
     *
     * @throws io.dealdocs.shared.Refusal as {@link #publishNow}
     */
    void tryAgain(MemberId member, DealId deal, DocumentId document);

    /**
     * Moves a document to another deal, which the member must see, and publishes it there as a new file. Its file in the
     * old deal, if one is still there and hangs on nothing else, is deleted when the new one is recorded. Where Pipedrive
     * does not let the member into the old deal (any more), only who wrote the newest version may move it: nobody gets at
     * what others wrote since.
     *
     * @throws io.dealdocs.shared.Refusal {@code DEAL_GONE} for either deal, {@code FILE_GONE}, {@code DOCUMENT_DELETED},
     *     or why Pipedrive does not answer
     */
    void saveToAnotherDeal(MemberId member, DocumentId document, DealId from, DealId to);
}
