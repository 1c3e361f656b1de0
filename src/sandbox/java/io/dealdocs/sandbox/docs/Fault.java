package io.dealdocs.sandbox.docs;

/**
 * One thing that shall go wrong.
 *
 * @param name one of {@link FaultName}'s wire names
 * @param key only for this document key; empty for all
 * @param times how often; 0 means until the next reset
 * @param millis how long or how slow, where that makes sense
 */
public record Fault(FaultName name, String key, int times, long millis) {

    /** Once, for any key. */
    public static Fault once(FaultName name) {
        return new Fault(name, "", 1, 0);
    }

    /** Until the next reset, for any key. */
    public static Fault always(FaultName name) {
        return new Fault(name, "", 0, 0);
    }

    public Fault forKey(String only) {
        return new Fault(name, only, times, millis);
    }

    public Fault times(int often) {
        return new Fault(name, key, often, millis);
    }

    public Fault millis(long length) {
        return new Fault(name, key, times, length);
    }

    boolean concerns(FaultName wanted, String forKey) {
        return name == wanted && (key.isEmpty() || key.equals(forKey));
    }
}
