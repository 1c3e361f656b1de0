package io.dealdocs.sandbox.docs.office;

/**
 * The one stretch in which two texts differ.
 *
 * @param from where it begins in the old text
 * @param to where it ends in the old text
 * @param with what stands there in the new text
 */
record Splice(int from, int to, String with) {

    static Splice between(String old, String next) {
        int limit = Math.min(old.length(), next.length());
        int head = 0;
        while (head < limit && old.charAt(head) == next.charAt(head)) {
            head++;
        }
        head = splitsPair(old, head) || splitsPair(next, head) ? head - 1 : head;
        int tail = 0;
        while (tail < limit - head && old.charAt(old.length() - 1 - tail) == next.charAt(next.length() - 1 - tail)) {
            tail++;
        }
        tail = splitsPair(old, old.length() - tail) || splitsPair(next, next.length() - tail) ? tail - 1 : tail;
        return new Splice(head, old.length() - tail, next.substring(head, next.length() - tail));
    }

    boolean nothing() {
        return from == to && with.isEmpty();
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
