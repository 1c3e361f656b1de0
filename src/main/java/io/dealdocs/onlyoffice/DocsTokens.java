package io.dealdocs.onlyoffice;

import io.dealdocs.shared.Secret;
import java.net.URI;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Verifies what a Docs server signed: HS256 only, 60 s of leeway, one purpose per token (onlyoffice-docs-api contract,
 * section 12.6).
 */
public interface DocsTokens {

    /**
     * Verifies a callback and reads it: the body's {@code token} first, else the header. Nothing outside the verified
     * token is used, and a token made for another purpose (an editor config, a command, a download) is refused although
     * the same secret signed it.
     *
     * @param body the raw request body
     * @param header the value of the company's JWT header, if sent
     * @param secrets any of them may have signed: the one at issue and the current one
     * @throws InvalidDocsToken when no token proves the message
     */
    SignedCallback callback(byte[] body, @Nullable String header, Collection<Secret> secrets) throws InvalidDocsToken;

    /**
     * Whether a callback claims, which nobody has verified, to tell no more than who came and went. It serves to choose an
     * answer where nothing can be verified; nothing may be done because of it.
     */
    boolean claimsPresence(byte[] body, @Nullable String header);

    /**
     * Verifies that a Docs server asks for exactly this address.
     *
     * @param header the value of the company's JWT header, if sent
     * @param url the whole address as we issued it
     * @param secrets any of them may have signed
     * @throws InvalidDocsToken when the token is absent, bad, or made for another address or purpose
     */
    void download(@Nullable String header, URI url, Collection<Secret> secrets) throws InvalidDocsToken;
}
