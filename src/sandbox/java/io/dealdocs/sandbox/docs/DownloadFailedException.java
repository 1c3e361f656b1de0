package io.dealdocs.sandbox.docs;

/** A document could not be fetched. */
final class DownloadFailedException extends Exception {

    private final boolean tooLarge;

    DownloadFailedException(String message, boolean tooLarge) {
        super(message);
        this.tooLarge = tooLarge;
    }

    boolean tooLarge() {
        return tooLarge;
    }
}
