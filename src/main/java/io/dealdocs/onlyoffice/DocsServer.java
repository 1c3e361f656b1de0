package io.dealdocs.onlyoffice;

import io.dealdocs.shared.Secret;
import java.net.URI;

/**
 * One Docs server as one company uses it.
 *
 * @param publicUrl as browsers reach it, path allowed, no trailing slash
 * @param internalUrl as our server reaches it; the same as {@code publicUrl} where there is no difference
 * @param secret signs every leg; shorter than 32 bytes is allowed
 * @param header carries {@code Bearer <token>} on every leg, {@code Authorization} by default
 */
public record DocsServer(URI publicUrl, URI internalUrl, Secret secret, String header) {}
