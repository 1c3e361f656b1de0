package io.dealdocs.editing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what a Docs server may send, and how long we wait for what it does not.
 *
 * @param callbackLimit the largest callback body; histories of long sessions are large
 * @param resultLimit the largest document or archive of changes
 * @param forceSaveRetry how long after a failed force save we ask for one ourselves, since a Docs server does not
 * @param forgottenSweep how often Docs servers are asked for saves that found no taker
 * @param silence how long nobody may have been heard of in a session with people in it before its Docs server is asked
 * @param giveUp after what silence a session is given up whose Docs server does not answer and is not the company's any
 *     more
 * @param longSession how often a session with people in it is saved and published
 * @param watch how often silent and long sessions are looked for
 * @param endingWait how long the ending of a session waits for what was typed in it
 */
@ConfigurationProperties("dealdocs.editing")
record EditingProperties(
        @DefaultValue("32MB") DataSize callbackLimit,
        @DefaultValue("256MB") DataSize resultLimit,
        @DefaultValue("30s") Duration forceSaveRetry,
        @DefaultValue("5m") Duration forgottenSweep,
        @DefaultValue("15m") Duration silence,
        @DefaultValue("1h") Duration giveUp,
        @DefaultValue("60m") Duration longSession,
        @DefaultValue("1m") Duration watch,
        @DefaultValue("20s") Duration endingWait) {

    /** Binds the limits. */
    @Configuration
    @EnableConfigurationProperties(EditingProperties.class)
    static class Binding {}
}
