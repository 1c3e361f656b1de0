package io.dealdocs.sandbox.docs;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The options as they are now; they can be changed while the sandbox runs. */
final class Settings {

    private final DocsSandboxOptions initial;
    private final AtomicReference<DocsSandboxOptions> now;

    Settings(DocsSandboxOptions initial) {
        this.initial = initial;
        this.now = new AtomicReference<>(initial);
    }

    DocsSandboxOptions now() {
        return now.get();
    }

    void change(UnaryOperator<DocsSandboxOptions> change) {
        now.updateAndGet(change);
    }

    void reset() {
        now.set(initial);
    }
}
