package io.dealdocs.documents;

import io.dealdocs.documents.DealListing.Remembered;
import io.dealdocs.documents.SeenFiles.Seen;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Lists a deal while Pipedrive is silent: our documents as they are, other files as the member saw them last. */
@Component
class RememberedDeals {

    private final SeenFiles seenFiles;
    private final DealList list;

    RememberedDeals(SeenFiles seenFiles, DealList list) {
        this.seenFiles = seenFiles;
        this.list = list;
    }

    DealListing of(Visit visit, Refusal silence) {
        Optional<Seen> seen = seenFiles.of(visit.member(), visit.deal());
        return new DealListing(
                visit.title(),
                lines(visit, seen),
                OptionalInt.empty(),
                Optional.of(new Remembered(silence, seen.map(Seen::at))));
    }

    /** The lines alone. */
    List<DealFile> lines(Visit visit) {
        return lines(visit, seenFiles.of(visit.member(), visit.deal()));
    }

    private List<DealFile> lines(Visit visit, Optional<Seen> seen) {
        return list.known(
                visit.member().company(), Subject.of(visit.deal()), seen.orElse(new Seen(List.of(), Instant.EPOCH)));
    }
}
