package io.dealdocs.documents;

import io.dealdocs.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything a panel shows of a deal, newest first.
 *
 * @param remembered that Pipedrive could not be asked, and what is shown instead, if so
 */
public record DealListing(String dealTitle, List<DealFile> files, Optional<Remembered> remembered) {

    public DealListing {
        files = List.copyOf(files);
    }

    /** What Pipedrive says now. */
    public DealListing(String dealTitle, List<DealFile> files) {
        this(dealTitle, files, Optional.empty());
    }

    /**
     * A list from what we know, since Pipedrive does not answer.
     *
     * @param why it does not
     * @param filesAsOf when the files that are no documents of ours were seen; empty where they are not shown
     */
    public record Remembered(Refusal why, Optional<Instant> filesAsOf) {}
}
