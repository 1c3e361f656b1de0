package io.dealdocs.installation;

import java.util.ArrayList;
import java.util.List;
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

    /** What others decided differently, in words for the audit trail; empty where nothing differs. */
    String difference(CompanyRules others) {
        List<String> words = new ArrayList<>();
        if (publish != others.publish) {
            words.add("publish " + others.publish);
        }
        if (throughOthers != others.throughOthers) {
            words.add("through others " + others.throughOthers);
        }
        if (!retentionDays.equals(others.retentionDays)) {
            words.add("retention days " + told(others.retentionDays));
        }
        if (!retentionCount.equals(others.retentionCount)) {
            words.add("retention count " + told(others.retentionCount));
        }
        return String.join(", ", words);
    }

    private static String told(OptionalInt limit) {
        return limit.isPresent() ? Integer.toString(limit.getAsInt()) : "none";
    }

    static OptionalInt optional(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
