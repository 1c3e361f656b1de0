package io.dealdocs.sandbox.docs;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One callback that was posted.
 *
 * @param body as it was posted, token included
 * @param attempt 1 for the first post
 * @param answerStatus HTTP status of the answer; 0 if there was none
 * @param accepted whether the answer was the one that says all is well
 */
public record CallbackRecord(
        Instant at,
        String key,
        int status,
        String url,
        JsonNode body,
        int attempt,
        int answerStatus,
        String answer,
        boolean accepted) {}
