package io.dealdocs.sandbox.docs;

import java.time.Instant;

/**
 * A request the sandbox got or sent.
 *
 * @param incoming false for those it sent itself
 * @param target path and query, or the whole address of an outgoing one
 * @param tokenHeader name of the header that carried a token; empty if none did
 * @param body of commands and conversions only
 * @param status the answer; 0 if there was none
 */
public record LoggedRequest(
        Instant at, boolean incoming, String method, String target, String tokenHeader, String body, int status) {}
