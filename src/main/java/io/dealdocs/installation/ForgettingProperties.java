package io.dealdocs.installation;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.context.annotation.Configuration;

/**
 * When we forget.
 *
 * @param abandoned how long a company's data stay after its last member uninstalled; 0 to 90 days
 */
@ConfigurationProperties("dealdocs.forgetting")
record ForgettingProperties(
        @DefaultValue("30") @DurationUnit(ChronoUnit.DAYS) Duration abandoned) {

    private static final Duration LONGEST = Duration.ofDays(90);

    ForgettingProperties {
        if (abandoned.isNegative() || abandoned.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "DEALDOCS_FORGET_ABANDONED must be between 0 and 90 days, and is " + abandoned.toDays());
        }
    }

    /** Binds it. */
    @Configuration
    @EnableConfigurationProperties(ForgettingProperties.class)
    static class Binding {}
}
