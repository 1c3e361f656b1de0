package io.dealdocs.pipedrive;

import io.dealdocs.shared.DealId;

/** The deals a member may see; Pipedrive decides. */
public interface PipedriveDeals {

    /**
     * Reads a deal with the member's own token; costs 1 token of the daily budget.
     *
     * @throws PipedriveException.NotFound when it is absent or invisible to the member
     * @throws PipedriveException of any other kind
     */
    PipedriveDeal deal(PipedriveAccess access, DealId deal);
}
