package io.dealdocs.documents;

import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.util.Optional;
import java.util.Set;

/**
 * A member who was let into a deal, by Pipedrive now or by its last word.
 *
 * @param title the deal's, as it was told last
 * @param silence why Pipedrive could not be asked now, if so
 */
public record Visit(MemberId member, DealId deal, String title, Optional<Refusal> silence) {

    private static final Set<Reason> SILENT = Set.of(Reason.PIPEDRIVE_SILENT, Reason.QUOTA_USED_UP, Reason.SLOW_DOWN);

    /** Whether a refusal says nothing about rights: Pipedrive did not answer the question. */
    static boolean isSilence(Refusal refusal) {
        return SILENT.contains(refusal.reason());
    }
}
