package io.dealdocs.onlyoffice;

/** A message that no Docs server of the company signed for this purpose; nothing in it may be used. */
public final class InvalidDocsToken extends Exception {

    private static final long serialVersionUID = 1L;

    /** The reason is for our log and names neither token nor secret. */
    public InvalidDocsToken(String reason) {
        super(reason);
    }
}
