package io.dealdocs.pipedrive;

import io.dealdocs.shared.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The token endpoint's answer (pipedrive contract, section 1.2). */
record TokenPayload(LenientJson json) {

    private static final long USUAL_LIFE = 3600;

    /**
     * The tokens, unless the answer holds none for us.
     *
     * @param used the refresh token that was exchanged, which stays good if no other is named
     * @param asked when the exchange began: the new token lives no longer than counted from then
     */
    Optional<PipedriveTokens> tokens(Secret used, Instant asked) {
        String token = json.text("access_token");
        if (token.isEmpty() || !json.text("token_type").strip().equalsIgnoreCase("bearer")) {
            return Optional.empty();
        }
        String refresh = json.text("refresh_token");
        return apiDomain()
                .map(domain -> new PipedriveTokens(
                        new Secret(token),
                        refresh.isEmpty() ? used : new Secret(refresh),
                        asked.plusSeconds(life()),
                        PipedriveScopes.split(json.text("scope")),
                        domain));
    }

    private long life() {
        long seconds = json.number("expires_in");
        return seconds > 0 ? Math.min(seconds, Integer.MAX_VALUE) : USUAL_LIFE;
    }

    private Optional<URI> apiDomain() {
        String domain = json.text("api_domain").strip();
        try {
            return domain.isEmpty() ? Optional.empty() : Optional.of(new URI(domain));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether the answer belongs to a company whose address the pattern allows. */
    static boolean mayBeCalled(PipedriveTokens tokens, Pattern pattern) {
        return pattern.matcher(tokens.apiDomain().toString()).matches();
    }
}
