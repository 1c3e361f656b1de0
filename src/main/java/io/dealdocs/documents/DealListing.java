package io.dealdocs.documents;

import io.dealdocs.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a panel shows of a deal, newest first.
 *
 * @param next where to read on, if Pipedrive has more files than were asked for
 * @param remembered that Pipedrive could not be asked, and what is shown instead, if so
 */
public record DealListing(String dealTitle, List<DealFile> files, OptionalInt next, Optional<Remembered> remembered) {

    public DealListing {
        files = List.copyOf(files);
    }

    /** What Pipedrive says now. */
    public DealListing(String dealTitle, List<DealFile> files, OptionalInt next) {
        this(dealTitle, files, next, Optional.empty());
    }

    /**
     * A list from what we know, since Pipedrive does not answer.
     *
     * @param why it does not
     * @param filesAsOf when the files that are no documents of ours were seen; empty where they are not shown
     */
    public record Remembered(Refusal why, Optional<Instant> filesAsOf) {}
}
