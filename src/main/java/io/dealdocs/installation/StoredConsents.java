package io.dealdocs.installation;

import io.dealdocs.pipedrive.PipedriveScopes;
import io.dealdocs.pipedrive.PipedriveTokens;
import io.dealdocs.shared.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Stores a fresh consent under the pair of company and user. It never hands a stored one back to the web layer: tokens
 * are used through {@link Members} only.
 */
@Component
class StoredConsents implements OAuth2AuthorizedClientRepository {

    private final Members members;
    private final PendingConsents pending;

    StoredConsents(Members members, PendingConsents pending) {
        this.members = members;
        this.pending = pending;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        OAuth2AccessToken access = client.getAccessToken();
        PendingConsents.Pending consent = pending.take(access.getTokenValue())
                .orElseThrow(() -> new OAuth2AuthenticationException("consent_unknown"));
        if (client.getRefreshToken() == null) {
            throw new OAuth2AuthenticationException("refresh_token_missing");
        }
        members.connect(
                consent.user(),
                new PipedriveTokens(
                        new Secret(access.getTokenValue()),
                        new Secret(client.getRefreshToken().getTokenValue()),
                        Objects.requireNonNull(access.getExpiresAt()),
                        PipedriveScopes.split(String.join(",", access.getScopes())),
                        consent.apiDomain()));
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface is Spring Security's
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        // Tokens are removed by an uninstall, never by a web session.
    }
}
