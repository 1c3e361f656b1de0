package io.dealdocs.installation;

import io.dealdocs.shared.MemberId;

/**
 * A member's consent is of no use any more: withdrawn, dead, too narrow, or gone with the app. Published inside the
 * transaction that records it.
 */
public record ConsentEnded(MemberId member) {}
