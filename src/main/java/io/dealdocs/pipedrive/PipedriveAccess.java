package io.dealdocs.pipedrive;

import io.dealdocs.shared.Secret;
import java.net.URI;

/**
 * One member's right to call Pipedrive now.
 *
 * @param apiDomain the company's own origin, as the token answer named it; only an address that matches the configured
 *     pattern ever receives the token
 * @param accessToken lives about an hour
 */
public record PipedriveAccess(URI apiDomain, Secret accessToken) {}
