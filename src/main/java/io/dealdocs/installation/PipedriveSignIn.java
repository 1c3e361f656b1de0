package io.dealdocs.installation;

import io.dealdocs.pipedrive.PipedriveAccess;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveProperties;
import io.dealdocs.pipedrive.PipedriveUser;
import io.dealdocs.pipedrive.PipedriveUsers;
import io.dealdocs.shared.Secret;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/** Asks Pipedrive who has just given consent, at the company's own origin that came with the token. */
@Component
class PipedriveSignIn implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {

    private final PipedriveUsers users;
    private final PendingConsents pending;
    private final PipedriveProperties pipedrive;

    PipedriveSignIn(PipedriveUsers users, PendingConsents pending, PipedriveProperties pipedrive) {
        this.users = users;
        this.pending = pending;
        this.pipedrive = pipedrive;
    }

    @Override
    public OAuth2User loadUser(OAuth2UserRequest request) {
        URI apiDomain = apiDomain(request);
        String token = request.getAccessToken().getTokenValue();
        try {
            PipedriveUser user = users.me(new PipedriveAccess(apiDomain, new Secret(token)));
            pending.remember(token, user, apiDomain);
            return new SignedInMember(
                    user.id().company().value(), user.id().user().value(), apiDomain.toString());
        } catch (PipedriveException refused) {
            throw new OAuth2AuthenticationException(new OAuth2Error("pipedrive_refused"), refused);
        }
    }

    private URI apiDomain(OAuth2UserRequest request) {
        return Optional.ofNullable(request.getAdditionalParameters().get("api_domain"))
                .map(Object::toString)
                .filter(domain -> pipedrive.apiDomainPattern().matcher(domain).matches())
                .map(URI::create)
                .orElseThrow(() -> new OAuth2AuthenticationException("api_domain_refused"));
    }
}
