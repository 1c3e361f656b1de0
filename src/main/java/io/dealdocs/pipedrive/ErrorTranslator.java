package io.dealdocs.pipedrive;

import io.dealdocs.shared.Secret;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns a refusal into the exception that says what the caller may do (pipedrive contract, sections 4.1 to 4.3). */
final class ErrorTranslator {

    private static final Pattern SIZE =
            Pattern.compile("too (large|big)|size limit|file size|exceeds", Pattern.CASE_INSENSITIVE);
    private static final String SCOPE_MISSING = "scope and url mismatch";
    private static final List<String> DAILY_HEADERS =
            List.of("x-daily-ratelimit-token-remaining", "x-daily-requests-left");
    private static final int DEAREST_CALL = 20;
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
    private static final Duration BLOCKED_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Clock clock;

    ErrorTranslator(Clock clock) {
        this.clock = clock;
    }

    /**
     * The exception for an answer that is not what was asked for.
     *
     * @param sent the secrets of the request, which no message may repeat
     */
    PipedriveException translate(Answer answer, List<Secret> sent) {
        String message = ErrorWords.describe(answer, sent);
        return switch (answer.status()) {
            case 400 -> badRequest(answer, message);
            case 401 -> new PipedriveException.Unauthorized(message);
            case 402 -> new PipedriveException.AccountClosed(message);
            case 403 -> forbidden(answer, message);
            case 404, 410 -> new PipedriveException.NotFound(message);
            case 408 -> new PipedriveException.Unavailable(message, null);
            case 413 -> new PipedriveException.TooLarge(message);
            case 429 -> rateLimited(answer, message);
            default ->
                answer.status() >= 500
                        ? new PipedriveException.Unavailable(message, null)
                        : new PipedriveException.Rejected(message);
        };
    }

    /** No official size limit is known, so it may come as 413 or as a 400 that speaks of the size (section 4.4). */
    private static PipedriveException badRequest(Answer answer, String message) {
        return SIZE.matcher(ErrorWords.words(answer.json())).find()
                ? new PipedriveException.TooLarge(message)
                : new PipedriveException.Rejected(message);
    }

    private PipedriveException forbidden(Answer answer, String message) {
        if (answer.isPage()) {
            // The network in front blocks callers that ignored 429s: that says nothing about the member's rights.
            return new PipedriveException.RateLimited(message, max(BLOCKED_WAIT, burstWait(answer)), false);
        }
        String words = ErrorWords.words(answer.json()).toLowerCase(Locale.ROOT);
        return words.contains(SCOPE_MISSING)
                ? new PipedriveException.ReconnectRequired(message)
                : new PipedriveException.Forbidden(message);
    }

    private PipedriveException rateLimited(Answer answer, String message) {
        boolean daily =
                DAILY_HEADERS.stream().map(answer::header).anyMatch(ErrorTranslator::usedUp) || tooLittleLeft(answer);
        Duration wait = daily ? untilMidnight() : burstWait(answer);
        return new PipedriveException.RateLimited(message, wait, daily);
    }

    private static boolean usedUp(String remaining) {
        return remaining.matches("0+(\\.0+)?|-\\d+(\\.\\d+)?");
    }

    /** A call may cost more than the day has left, while the burst window has room: waiting a moment changes nothing. */
    private static boolean tooLittleLeft(Answer answer) {
        int left = answer.count("x-daily-ratelimit-token-remaining");
        return left >= 0 && left < DEAREST_CALL && answer.count("x-ratelimit-remaining") > 0;
    }

    /** The budget resets at midnight of Pipedrive's server, whose zone nobody has written down. */
    private Duration untilMidnight() {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        return Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plusDays(1));
    }

    private Duration burstWait(Answer answer) {
        Duration wait = Stream.of("Retry-After", "x-ratelimit-reset")
                .map(answer::header)
                .map(this::duration)
                .reduce(SHORTEST_WAIT, ErrorTranslator::max);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Seconds, or the date that HTTP allows as well; zero for anything else. */
    private Duration duration(String header) {
        try {
            return header.matches("\\d{1,9}(\\.\\d+)?")
                    ? Duration.ofMillis((long) Math.ceil(Double.parseDouble(header) * 1000))
                    : Duration.between(
                            clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
