package io.dealdocs.pipedrive;

import io.dealdocs.shared.DealId;

/** A deal that the asking member may see (pipedrive contract, section 3.3). */
public record PipedriveDeal(DealId id, String title, boolean deleted, boolean archived) {}
