package io.dealdocs.pipedrive;

/** Checks the token that Pipedrive puts into the address of a framed page. */
public interface PanelTokens {

    /**
     * Verifies signature (HS256 only, the extension secret or the client secret) and life, then reads the ids.
     *
     * @throws InvalidPanelToken with the reason; nothing of the token may be used then
     */
    PanelToken verify(String token) throws InvalidPanelToken;
}
