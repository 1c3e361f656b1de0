package io.dealdocs.editing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what a Docs server may send.
 *
 * @param callbackLimit the largest callback body; histories of long sessions are large
 * @param resultLimit the largest document or archive of changes
 * @param forceSaveRetry how long after a failed force save we ask for one ourselves, since a Docs server does not
 */
@ConfigurationProperties("dealdocs.editing")
record EditingProperties(
        @DefaultValue("32MB") DataSize callbackLimit,
        @DefaultValue("256MB") DataSize resultLimit,
        @DefaultValue("30s") Duration forceSaveRetry) {

    /** Binds the limits. */
    @Configuration
    @EnableConfigurationProperties(EditingProperties.class)
    static class Binding {}
}
