package io.dealdocs.ui;

import io.dealdocs.shared.Refusal;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Why work for a page came to nothing.
 *
 * @param refusal the reason, where the work was refused
 * @param reference the logged fault, where it broke
 */
public record Trouble(@Nullable Refusal refusal, String reference) implements Serializable {

    static Trouble of(Throwable cause) {
        return cause instanceof Refusal refusal ? new Trouble(refusal, "") : new Trouble(null, Faults.record(cause));
    }

    /** A foreseen refusal as trouble. */
    public static Trouble of(Refusal refusal) {
        return new Trouble(refusal, "");
    }

    /** Whether the work was refused for this reason. */
    public boolean is(Refusal.Reason reason) {
        return refusal != null && refusal.reason() == reason;
    }

    /** What helps. */
    public WayOut wayOut() {
        return refusal == null ? WayOut.RETRY : WayOut.of(refusal.reason());
    }
}
