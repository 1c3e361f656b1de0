package io.dealdocs.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a run.
 *
 * @param stops how often PostgreSQL was stopped at once between the first chunk of a save and its commit
 * @param failed faults that did not happen as they should, or after which not everything held again
 */
record Totals(int faults, int kills, int stops, int acknowledged, int lost, int doubled, int failed, Duration length) {

    private static final int FAULTS = 200;
    private static final int KILLS = 25;
    private static final int STOPS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(25);

    static Totals of(Report report, Invariants invariants) {
        return new Totals(
                report.faults(),
                report.times(Kills.NAME),
                report.times(DatabaseFaults.STOPPED_IN_SAVE),
                invariants.acknowledged(),
                invariants.lost().size(),
                invariants.doubled().size(),
                report.failed(),
                report.elapsed());
    }

    boolean good() {
        return lost == 0 && doubled == 0 && failed == 0;
    }

    /** What a whole run owes and this one did not do; each entry is a sentence. */
    List<String> owed() {
        List<String> owed = new ArrayList<>();
        owe(owed, faults, FAULTS, "faults");
        owe(owed, kills, KILLS, "kills");
        owe(owed, stops, STOPS, "stops of PostgreSQL in a save");
        return owed;
    }

    private static void owe(List<String> owed, int done, int wanted, String what) {
        if (done < wanted) {
            owed.add("only " + done + " of " + wanted + " " + what);
        }
    }

    /** Which a machine that does other things besides may not keep, and nobody's data suffer from. */
    boolean tookTooLong() {
        return length.compareTo(LONGEST) > 0;
    }

    @Override
    public String toString() {
        return faults + " faults, " + kills + " kills, " + acknowledged + " saves acknowledged, " + lost + " lost, "
                + doubled + " doubled";
    }
}
