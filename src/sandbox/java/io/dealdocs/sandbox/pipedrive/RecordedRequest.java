package io.dealdocs.sandbox.pipedrive;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A request as the log keeps it; never bodies, headers or secrets.
 *
 * @param kind which part of Pipedrive it went to
 * @param method HTTP method
 * @param path path without the query
 * @param query query with every secret replaced by a star
 * @param status answered status; 0 when the connection was cut or the other side did not answer
 * @param companyId company of the token or of the signed-in user
 * @param userId its user
 * @param cost tokens that the request took from the daily budget
 * @param time when it arrived, in sandbox time
 * @param duration how long the answer took
 */
public record RecordedRequest(
        Kind kind,
        String method,
        String path,
        String query,
        int status,
        OptionalLong companyId,
        OptionalLong userId,
        int cost,
        Instant time,
        Duration duration) {

    /** A part of Pipedrive; UNINSTALL is the call that goes out to the app. */
    public enum Kind {
        OAUTH,
        REST,
        STORAGE,
        PAGE,
        HOST,
        UNINSTALL
    }
}
