package io.dealdocs.pipedrive;

import io.dealdocs.shared.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Set;

/** What Pipedrive's token endpoint answers (pipedrive contract, section 1.2); scopes are already split. */
public record PipedriveTokens(
        Secret accessToken, Secret refreshToken, Instant expiresAt, Set<String> scopes, URI apiDomain) {

    public PipedriveTokens {
        scopes = Set.copyOf(scopes);
    }

    public PipedriveAccess access() {
        return new PipedriveAccess(apiDomain, accessToken);
    }
}
