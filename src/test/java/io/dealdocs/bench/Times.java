package io.dealdocs.bench;

import java.util.Arrays;

/** How long something took, again and again, in nanoseconds. */
final class Times {

    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private long[] nanos = new long[0];

    void add(long took) {
        nanos = Arrays.copyOf(nanos, nanos.length + 1);
        nanos[nanos.length - 1] = took;
    }

    /** The time that this part of all tries does not exceed, in milliseconds. */
    double percentile(double part) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        int index = (int) Math.ceil(part / 100 * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / NANOS_IN_A_MILLISECOND;
    }

    double median() {
        return percentile(50);
    }
}
