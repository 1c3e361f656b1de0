package io.dealdocs.documents;

import java.util.List;

/** Everything a panel shows of a deal, newest first. */
public record DealListing(String dealTitle, List<DealFile> files) {

    public DealListing {
        files = List.copyOf(files);
    }
}
