package io.dealdocs.pipedrive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reading goes on when Pipedrive is out for a moment.
 *
 * @param tries how often in all
 * @param pause before the second try; it doubles with each further one
 */
@ConfigurationProperties("dealdocs.pipedrive.retry")
record RetryProperties(
        @DefaultValue("3") int tries, @DefaultValue("1s") Duration pause) {}
