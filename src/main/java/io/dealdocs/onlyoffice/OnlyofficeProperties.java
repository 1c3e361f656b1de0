package io.dealdocs.onlyoffice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient we are with Docs servers.
 *
 * @param connectTimeout for every connection
 * @param commandTimeout for a command's whole answer
 * @param downloadAnswerTimeout until a download begins
 * @param downloadIdleTimeout how long a download may bring nothing while we wait for it
 * @param downloadTimeout for a whole download
 * @param tokenLife how long a token that we send with a command is good
 */
@ConfigurationProperties("dealdocs.docs")
record OnlyofficeProperties(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration commandTimeout,
        @DefaultValue("30s") Duration downloadAnswerTimeout,
        @DefaultValue("30s") Duration downloadIdleTimeout,
        @DefaultValue("9m") Duration downloadTimeout,
        @DefaultValue("5m") Duration tokenLife) {}
