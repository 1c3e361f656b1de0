package io.dealdocs.sandbox.pipedrive;

import java.time.Duration;

/**
 * The numbers that Pipedrive sets.
 *
 * @param dailyBudget tokens a company may spend a day
 * @param burst requests an access token may make within two seconds
 * @param fileSize largest upload in bytes
 * @param frameTimeout how long a frame may take to call initialize
 * @param panelWidth width of the deal page's sidebar in CSS pixels
 */
public record SandboxLimits(long dailyBudget, int burst, long fileSize, Duration frameTimeout, int panelWidth) {
    /** A Lite plan with five seats, and 50 MB a file. */
    public static SandboxLimits defaults() {
        return new SandboxLimits(150_000, 80, 50L * 1024 * 1024, Duration.ofSeconds(10), 385);
    }

    /** The same with another daily budget. */
    public SandboxLimits withDailyBudget(long tokens) {
        return new SandboxLimits(tokens, burst, fileSize, frameTimeout, panelWidth);
    }

    /** The same with another burst limit. */
    public SandboxLimits withBurst(int requests) {
        return new SandboxLimits(dailyBudget, requests, fileSize, frameTimeout, panelWidth);
    }

    /** The same with another largest file. */
    public SandboxLimits withFileSize(long bytes) {
        return new SandboxLimits(dailyBudget, burst, bytes, frameTimeout, panelWidth);
    }

    /** The same with another time for a frame to initialize. */
    public SandboxLimits withFrameTimeout(Duration timeout) {
        return new SandboxLimits(dailyBudget, burst, fileSize, timeout, panelWidth);
    }

    /** The same with another sidebar. */
    public SandboxLimits withPanelWidth(int pixels) {
        return new SandboxLimits(dailyBudget, burst, fileSize, frameTimeout, pixels);
    }
}
