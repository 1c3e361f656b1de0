package io.dealdocs.installation;

import io.dealdocs.pipedrive.PipedriveProperties;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** Describes Pipedrive to Spring Security as an OAuth2 provider (pipedrive contract, section 1). */
@Configuration
@EnableConfigurationProperties(InstallationProperties.class)
class PipedriveRegistration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(PipedriveProperties pipedrive, InstallationProperties us) {
        // An empty secret would let anybody who knows the public client id uninstall everybody.
        if (pipedrive.clientId().isBlank() || pipedrive.clientSecret().isBlank()) {
            throw new IllegalStateException("DEALDOCS_PIPEDRIVE_CLIENT_ID and DEALDOCS_PIPEDRIVE_CLIENT_SECRET must be"
                    + " set: both are shown in Pipedrive's Developer Hub");
        }
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("pipedrive")
                .clientId(pipedrive.clientId())
                .clientSecret(pipedrive.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(us.publicUrl() + "/login/oauth2/code/pipedrive")
                .authorizationUri(pipedrive.oauthUrl() + "/oauth/authorize")
                .tokenUri(pipedrive.oauthUrl() + "/oauth/token")
                .clientName("Pipedrive")
                // Pipedrive documents no PKCE; the state parameter binds the answer to the browser.
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(false)
                        .build())
                .build());
    }
}
