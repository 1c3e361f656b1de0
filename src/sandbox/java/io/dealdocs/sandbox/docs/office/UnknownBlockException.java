package io.dealdocs.sandbox.docs.office;

/** A change names a place the document does not have. */
public final class UnknownBlockException extends RuntimeException {

    UnknownBlockException(String block) {
        super("The document has no block " + block);
    }
}
