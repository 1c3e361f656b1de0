package io.dealdocs.pipedrive;

import io.dealdocs.shared.Secret;
import java.net.URI;

/**
 * One member's right to call Pipedrive now.
 *
 * @param apiDomain the company's own origin, as the token answer named it; only an address that matches the configured
 *     pattern ever receives the token
 * @param accessToken lives about an hour
 * @param queued whether nobody waits for the answer: what people wait for goes first
 */
public record PipedriveAccess(URI apiDomain, Secret accessToken, boolean queued) {

    /** For something that a person waits for. */
    public PipedriveAccess(URI apiDomain, Secret accessToken) {
        this(apiDomain, accessToken, false);
    }

    /** The same for something that nobody waits for. */
    public PipedriveAccess inQueue() {
        return new PipedriveAccess(apiDomain, accessToken, true);
    }
}
