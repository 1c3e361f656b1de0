package io.dealdocs.pipedrive;

import io.dealdocs.shared.DealId;

/** Deals over Pipedrive's REST API v2; v1 has lost its support (pipedrive contract, section 3). */
final class RestPipedriveDeals implements PipedriveDeals {

    private final PipedriveApi api;

    RestPipedriveDeals(PipedriveApi api) {
        this.api = api;
    }

    @Override
    public PipedriveDeal deal(PipedriveAccess access, DealId deal) {
        return new DealPayload(api.get(access, "/api/v2/deals/" + deal).at("data"))
                .deal()
                .orElseThrow(() -> new PipedriveException.NotFound("the answer holds no deal"));
    }
}
