package io.dealdocs.sandbox.docs;

/** An editor tried what its rights or its state forbid. */
public final class NotAllowedException extends RuntimeException {

    NotAllowedException(String message) {
        super(message);
    }
}
