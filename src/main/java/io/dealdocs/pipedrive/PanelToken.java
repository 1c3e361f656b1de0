package io.dealdocs.pipedrive;

import io.dealdocs.shared.MemberId;
import java.time.Instant;

/** What Pipedrive signed when it framed a page of ours (pipedrive contract, section 2.3). */
public record PanelToken(MemberId member, Instant expiresAt) {}
