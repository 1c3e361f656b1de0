package io.dealdocs.installation;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a company decided about its documents.
 *
 * @param publish when versions go to Pipedrive
 * @param throughOthers whether a colleague's token may carry to Pipedrive what its author's cannot
 * @param retentionDays older versions die after so many days; empty is never
 * @param retentionCount how many versions of one document are kept; empty is all
 */
public record CompanyRules(
        Publish publish, boolean throughOthers, OptionalInt retentionDays, OptionalInt retentionCount) {

    public CompanyRules {
        if (retentionDays.orElse(1) < 1 || retentionCount.orElse(1) < 1) {
            throw new IllegalArgumentException("a retention is at least 1");
        }
    }

    /** When versions go to Pipedrive. */
    public enum Publish {
        /** When the last editor has left, and every hour of a long session. */
        WHEN_DONE,
        /** Only when a person says so. */
        ON_DEMAND
    }

    /** What holds for a company that has not decided. */
    public static CompanyRules defaults() {
        return new CompanyRules(Publish.WHEN_DONE, true, OptionalInt.empty(), OptionalInt.empty());
    }

    static OptionalInt optional(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
