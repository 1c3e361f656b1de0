package io.dealdocs.sandbox.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are still to happen. */
public final class Faults {

    private final List<Fault> pending = new ArrayList<>();

    Faults() {}

    public synchronized void add(Fault fault) {
        pending.add(fault);
    }

    /** Lets everything go well again. */
    public synchronized void clear() {
        pending.clear();
    }

    public synchronized List<Fault> pending() {
        return List.copyOf(pending);
    }

    /** The fault if it is due for this key; counts it. */
    Optional<Fault> take(FaultName name, String key) {
        return take(name, key, 0);
    }

    /** The same for a callback with this status. */
    synchronized Optional<Fault> take(FaultName name, String key, int status) {
        for (int i = 0; i < pending.size(); i++) {
            Fault fault = pending.get(i);
            if (fault.concerns(name, key, status)) {
                count(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    boolean happens(FaultName name, String key) {
        return take(name, key).isPresent();
    }

    private void count(int index, Fault fault) {
        if (fault.times() == 1) {
            pending.remove(index);
        } else if (fault.times() > 1) {
            pending.set(index, fault.times(fault.times() - 1));
        }
    }
}
