package io.dealdocs.onlyoffice;

import java.time.Instant;
import java.util.Optional;

/**
 * A callback with the moment its Docs server signed it, by that server's clock. Callbacks overtake each other on their
 * way; each attempt to deliver one is signed anew (onlyoffice-docs-server contract, section 3.5).
 *
 * @param signedAt to the second; empty where it is not told, or lies in the future
 */
public record SignedCallback(Callback callback, Optional<Instant> signedAt) {}
