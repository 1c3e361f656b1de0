package io.dealdocs.pipedrive;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Pipedrive app as its owner registered it.
 *
 * @param clientId from the Developer Hub
 * @param clientSecret from the Developer Hub
 * @param extensionSecret signs the panel tokens; empty means the client secret does
 * @param createModalId the id of the custom modal for <em>Create or upload document</em>
 * @param oauthUrl the OAuth origin
 * @param apiDomainPattern a token goes only to an origin that matches it whole
 * @param connectTimeout for every connection
 * @param answerTimeout for an answer that carries no file
 * @param transferTimeout for an answer or a request that carries one
 */
@ConfigurationProperties("dealdocs.pipedrive")
public record PipedriveProperties(
        String clientId,
        String clientSecret,
        @DefaultValue("") String extensionSecret,
        @DefaultValue("") String createModalId,
        @DefaultValue("https://oauth.pipedrive.com") URI oauthUrl,

        @DefaultValue("^https://[a-z0-9-]+\\.pipedrive\\.com$")
        Pattern apiDomainPattern,

        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration answerTimeout,
        @DefaultValue("10m") Duration transferTimeout) {

    @Override
    public String toString() {
        return "PipedriveProperties[clientId=" + clientId + ", oauthUrl=" + oauthUrl + "]";
    }
}
