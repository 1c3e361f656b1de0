package io.dealdocs.publishing;

import io.dealdocs.documents.Attention;

/** Pipedrive took a file and made something else of it; it does not carry the version. */
final class UnfitFile extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final boolean atPipedrive;

    UnfitFile(boolean atPipedrive) {
        super(atPipedrive ? "the file arrived with another size" : "Pipedrive handed the file on to Google");
        this.atPipedrive = atPipedrive;
    }

    /** Pipedrive would hand the file on to Google. */
    static UnfitFile atGoogle() {
        return new UnfitFile(false);
    }

    Attention attention() {
        return atPipedrive ? Attention.REFUSED : Attention.HELD_BY_GOOGLE;
    }
}
