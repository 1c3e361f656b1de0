package io.dealdocs.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One thing that was measured.
 *
 * @param budget the most that is allowed; empty for what is only told
 */
record Figure(String name, double value, String unit, OptionalDouble budget) {

    static Figure within(String name, double value, String unit, double budget) {
        return new Figure(name, value, unit, OptionalDouble.of(budget));
    }

    static Figure told(String name, double value, String unit) {
        return new Figure(name, value, unit, OptionalDouble.empty());
    }

    boolean over() {
        return budget.isPresent() && !(value <= budget.getAsDouble());
    }

    /** The line of this figure: name, value, unit, budget, verdict. */
    @Override
    public String toString() {
        String allowed = budget.isPresent() ? number(budget.getAsDouble()) : "-";
        return String.join(" ", name, number(value), unit, allowed, over() ? "over" : "ok");
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.4f" : "%.2f", value);
    }
}
