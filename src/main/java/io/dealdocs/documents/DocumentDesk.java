package io.dealdocs.documents;

import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;

/**
 * One line of a deal, as a member looks at it closely and names it. Each call asks Pipedrive with the member's own token
 * whether the member may see the deal, and throws a {@link io.dealdocs.shared.Refusal} where it is not done.
 */
public interface DocumentDesk {

    /** Everything that is known about a line; from what we know while Pipedrive does not answer. */
    DocumentDetails look(MemberId member, DealId deal, DealFile.Ref ref);

    /**
     * Gives a file or document another name, in Pipedrive as well.
     *
     * @param title with or without the extension, which stays what it is
     * @return the name it has now
     * @throws io.dealdocs.shared.Refusal {@code FORBIDDEN} for what hangs on a mail or an activity, and what is wrong with
     *     the name
     */
    String rename(MemberId member, DealId deal, DealFile.Ref ref, String title);
}
