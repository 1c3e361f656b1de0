package io.dealdocs.access;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends people to Pipedrive's consent page with the parameters it documents and no others (pipedrive contract, section
 * 1.1).
 */
final class ConnectRequests {

    private ConnectRequests() {}

    static OAuth2AuthorizationRequestResolver of(ClientRegistrationRepository registrations) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(
                request -> request.authorizationRequestUri(uri -> UriComponentsBuilder.fromUri(uri.build())
                        .replaceQueryParam("response_type")
                        .replaceQueryParam("scope")
                        .build(true)
                        .toUri()));
        return resolver;
    }
}
