package io.dealdocs.sandbox.docs;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How a Docs sandbox runs.
 *
 * @param port where it listens on the loopback address; 0 takes a free one
 * @param secret signs and checks every token
 * @param header carries the token on all legs
 * @param saveDelay from a dropped connection of the last editor to the end of the session
 * @param closeDelay from an explicit close (or a drop) of the last editor to the end of the session
 * @param retryPause first pause between attempts; callbacks double it, downloads keep it
 * @param callbackTimeout how long an answer to a callback is waited for
 * @param urlLife how long a result can be fetched
 * @param maxDownloadBytes largest document that is opened
 * @param infoAnswersClosedKeys whether {@code info} knows a key whose saving is finished: the real server keeps its
 *     row for a day, but nobody has seen what it answers
 * @param storage a folder in which forgotten files survive the process; else they die with it
 * @param clock the time tokens and links are judged by
 */
public record DocsSandboxOptions(
        int port,
        String secret,
        String header,
        Duration saveDelay,
        Duration closeDelay,
        Duration retryPause,
        Duration callbackTimeout,
        Duration urlLife,
        long maxDownloadBytes,
        boolean infoAnswersClosedKeys,
        Optional<Path> storage,
        Clock clock) {

    private static final String SECRET = "docs-sandbox-secret-for-demos-and-tests";

    /** The delays of the real server. */
    public static DocsSandboxOptions demo() {
        return new DocsSandboxOptions(
                8091,
                SECRET,
                "Authorization",
                Duration.ofSeconds(5),
                Duration.ofMillis(300),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                100L << 20,
                true,
                Optional.empty(),
                Clock.systemUTC());
    }

    /** Any free port and short delays. */
    public static DocsSandboxOptions quick() {
        return demo().withPort(0)
                .withSaveDelay(Duration.ofMillis(150))
                .withCloseDelay(Duration.ZERO)
                .withRetryPause(Duration.ofMillis(40));
    }

    public DocsSandboxOptions withPort(int changed) {
        return new DocsSandboxOptions(
                changed,
                secret,
                header,
                saveDelay,
                closeDelay,
                retryPause,
                callbackTimeout,
                urlLife,
                maxDownloadBytes,
                infoAnswersClosedKeys,
                storage,
                clock);
    }

    public DocsSandboxOptions withSecret(String changed) {
        return new DocsSandboxOptions(
                port,
                changed,
                header,
                saveDelay,
                closeDelay,
                retryPause,
                callbackTimeout,
                urlLife,
                maxDownloadBytes,
                infoAnswersClosedKeys,
                storage,
                clock);
    }

    public DocsSandboxOptions withHeader(String changed) {
        return new DocsSandboxOptions(
                port,
                secret,
                changed,
                saveDelay,
                closeDelay,
                retryPause,
                callbackTimeout,
                urlLife,
                maxDownloadBytes,
                infoAnswersClosedKeys,
                storage,
                clock);
    }

    public DocsSandboxOptions withSaveDelay(Duration changed) {
        return new DocsSandboxOptions(
                port,
                secret,
                header,
                changed,
                closeDelay,
                retryPause,
                callbackTimeout,
                urlLife,
                maxDownloadBytes,
                infoAnswersClosedKeys,
                storage,
                clock);
    }

    public DocsSandboxOptions withCloseDelay(Duration changed) {
        return new DocsSandboxOptions(
                port,
                secret,
                header,
                saveDelay,
                changed,
                retryPause,
                callbackTimeout,
                urlLife,
                maxDownloadBytes,
                infoAnswersClosedKeys,
                storage,
                clock);
    }

    public DocsSandboxOptions withRetryPause(Duration changed) {
        return new DocsSandboxOptions(
                port,
                secret,
                header,
                saveDelay,
                closeDelay,
                changed,
                callbackTimeout,
                urlLife,
                maxDownloadBytes,
                infoAnswersClosedKeys,
                storage,
                clock);
    }

    public DocsSandboxOptions withCallbackTimeout(Duration changed) {
        return new DocsSandboxOptions(
                port,
                secret,
                header,
                saveDelay,
                closeDelay,
                retryPause,
                changed,
                urlLife,
                maxDownloadBytes,
                infoAnswersClosedKeys,
                storage,
                clock);
    }

    public DocsSandboxOptions withMaxDownloadBytes(long changed) {
        return new DocsSandboxOptions(
                port,
                secret,
                header,
                saveDelay,
                closeDelay,
                retryPause,
                callbackTimeout,
                urlLife,
                changed,
                infoAnswersClosedKeys,
                storage,
                clock);
    }

    public DocsSandboxOptions withStorage(Path changed) {
        return new DocsSandboxOptions(
                port,
                secret,
                header,
                saveDelay,
                closeDelay,
                retryPause,
                callbackTimeout,
                urlLife,
                maxDownloadBytes,
                infoAnswersClosedKeys,
                Optional.of(changed),
                clock);
    }

    public DocsSandboxOptions withClock(Clock changed) {
        return new DocsSandboxOptions(
                port,
                secret,
                header,
                saveDelay,
                closeDelay,
                retryPause,
                callbackTimeout,
                urlLife,
                maxDownloadBytes,
                infoAnswersClosedKeys,
                storage,
                changed);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "DocsSandboxOptions[port=" + port + ", header=" + header + ", saveDelay=" + saveDelay + "]";
    }
}
