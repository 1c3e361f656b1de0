package io.dealdocs.sandbox.docs;

/**
 * One thing that shall go wrong.
 *
 * @param name one of {@link FaultName}'s wire names
 * @param key only for this document key; empty for all
 * @param times how often; 0 means until the next reset
 * @param millis how long or how slow, where that makes sense
 * @param status only for callbacks with this status; 0 for all
 */
public record Fault(FaultName name, String key, int times, long millis, int status) {

    /** Once, for any key. */
    public static Fault once(FaultName name) {
        return new Fault(name, "", 1, 0, 0);
    }

    /** Until the next reset, for any key. */
    public static Fault always(FaultName name) {
        return new Fault(name, "", 0, 0, 0);
    }

    public Fault forKey(String only) {
        return new Fault(name, only, times, millis, status);
    }

    public Fault times(int often) {
        return new Fault(name, key, often, millis, status);
    }

    public Fault millis(long length) {
        return new Fault(name, key, times, length, status);
    }

    /** Only for callbacks with this status; other faults do not know of one. */
    public Fault status(int only) {
        return new Fault(name, key, times, millis, only);
    }

    boolean concerns(FaultName wanted, String forKey, int ofStatus) {
        return name == wanted
                && (key.isEmpty() || key.equals(forKey))
                && (status == 0 || ofStatus == 0 || status == ofStatus);
    }
}
