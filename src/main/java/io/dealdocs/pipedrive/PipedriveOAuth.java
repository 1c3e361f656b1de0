package io.dealdocs.pipedrive;

import io.dealdocs.shared.Secret;

/** The token endpoints that are called without a person in front of the screen. */
public interface PipedriveOAuth {

    /**
     * Exchanges a refresh token (pipedrive contract, section 1.2).
     *
     * @return the new tokens; the refresh token in it must be stored even when it looks the same
     * @throws PipedriveException.ReconnectRequired when the refresh token is dead ({@code invalid_grant}): only a new
     *     consent helps
     * @throws PipedriveException.Unavailable when Pipedrive cannot answer now; the old token stays good
     */
    PipedriveTokens refresh(Secret refreshToken);

    /** Tells Pipedrive that we uninstall ourselves (pipedrive contract, section 1.4); unknown tokens are no error. */
    void revoke(Secret refreshToken);
}
