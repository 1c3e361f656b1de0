package io.dealdocs.bench;

import java.io.PrintStream;

/** Prints figures as they come and remembers whether one was over its budget. */
final class Report {

    private final PrintStream out;
    private boolean over;

    Report(PrintStream out) {
        this.out = out;
    }

    void add(Figure figure) {
        out.println(figure);
        over |= figure.over();
    }

    /** A figure that must stay within its budget. */
    void within(String name, double value, String unit, double budget) {
        add(Figure.within(name, value, unit, budget));
    }

    /** A figure that is told for whoever compares runs. */
    void told(String name, double value, String unit) {
        add(Figure.told(name, value, unit));
    }

    boolean over() {
        return over;
    }
}
