package io.dealdocs.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Prints a line for each fault, and counts them. */
final class Report {

    private final PrintStream out;
    private final long began = System.nanoTime();
    private final Map<String, Integer> times = new HashMap<>();
    private int faults;
    private int failed;

    Report(PrintStream out) {
        this.out = out;
    }

    /**
     * A fault that happened.
     *
     * @param problem why it counts as failed, or empty
     * @param detail what is worth knowing of it
     */
    void fault(String name, String point, String problem, String detail) {
        faults++;
        times.merge(name, 1, Integer::sum);
        if (!problem.isEmpty()) {
            failed++;
        }
        String outcome = problem.isEmpty() ? "ok" : "FAILED " + problem;
        out.println(("fault " + faults + " " + name + " " + point + " " + outcome + " " + detail).strip());
    }

    /** Something that must hold, though no fault came before it. */
    void check(String what, String problem) {
        if (!problem.isEmpty()) {
            failed++;
        }
        out.println(what + ": " + (problem.isEmpty() ? "ok" : "FAILED " + problem));
    }

    void say(String text) {
        out.println(text);
    }

    int faults() {
        return faults;
    }

    /** How many faults of this name happened. */
    int times(String name) {
        return times.getOrDefault(name, 0);
    }

    int failed() {
        return failed;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
    }
}
