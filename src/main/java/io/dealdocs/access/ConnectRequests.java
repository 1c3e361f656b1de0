package io.dealdocs.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends people to Pipedrive's consent page with the parameters it documents and no others (pipedrive contract, section
 * 1.1), and remembers where they wanted to go.
 */
final class ConnectRequests implements OAuth2AuthorizationRequestResolver {

    static final String CONTINUE = ConnectRequests.class.getName() + ".continue";
    private static final Pattern OURS = Pattern.compile("/|/documents/[0-9a-fA-F-]{36}");

    private final DefaultOAuth2AuthorizationRequestResolver resolver;

    ConnectRequests(ClientRegistrationRepository registrations) {
        this.resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(
                request -> request.authorizationRequestUri(uri -> UriComponentsBuilder.fromUri(uri.build())
                        .replaceQueryParam("response_type")
                        .replaceQueryParam("scope")
                        .build(true)
                        .toUri()));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        OAuth2AuthorizationRequest resolved = resolver.resolve(request);
        if (resolved != null) {
            remember(request);
        }
        return resolved;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return resolver.resolve(request, registration);
    }

    private static void remember(HttpServletRequest request) {
        String wanted = request.getParameter("continue");
        if (wanted != null && OURS.matcher(wanted).matches()) {
            request.getSession().setAttribute(CONTINUE, wanted);
        } else {
            request.getSession().removeAttribute(CONTINUE);
        }
    }
}
