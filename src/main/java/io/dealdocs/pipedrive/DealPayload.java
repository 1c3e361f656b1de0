package io.dealdocs.pipedrive;

import io.dealdocs.shared.DealId;
import java.util.Optional;

/** Pipedrive's deal object of v2 (pipedrive contract, section 3.3). */
record DealPayload(LenientJson json) {

    /** The deal, unless there is no object at all. */
    Optional<PipedriveDeal> deal() {
        return json.number("id") <= 0
                ? Optional.empty()
                : Optional.of(new PipedriveDeal(
                        new DealId(json.number("id")),
                        json.text("title"),
                        json.flag("is_deleted", false),
                        json.flag("is_archived", false)));
    }
}
