package io.dealdocs.publishing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * When versions go to Pipedrive.
 *
 * @param quietPeriod how long nobody must have come back after the last editor left
 * @param lostAnswerWait how long an upload whose answer was lost may still be under way
 * @param lateLook when an upload that came to nothing is looked for once more: a request may be slow at Pipedrive
 * @param firstBackOff after the first failure; doubles up to {@code longestBackOff}
 * @param longestBackOff between two tries
 * @param sweep how often documents are looked for that wait although no task is planned
 */
@ConfigurationProperties("dealdocs.publishing")
record PublishingProperties(
        @DefaultValue("60s") Duration quietPeriod,
        @DefaultValue("2m") Duration lostAnswerWait,
        @DefaultValue("15m") Duration lateLook,
        @DefaultValue("5s") Duration firstBackOff,
        @DefaultValue("15m") Duration longestBackOff,
        @DefaultValue("1m") Duration sweep) {

    /** Binds the times. */
    @Configuration
    @EnableConfigurationProperties(PublishingProperties.class)
    static class Binding {}
}
