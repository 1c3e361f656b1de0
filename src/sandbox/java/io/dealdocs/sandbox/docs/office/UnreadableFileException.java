package io.dealdocs.sandbox.docs.office;

/** The content does not fit the file type it came with. */
public final class UnreadableFileException extends Exception {

    UnreadableFileException(String message) {
        super(message);
    }

    UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
