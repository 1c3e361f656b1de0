package io.dealdocs.documents.ui;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealListing;
import io.dealdocs.documents.Reach;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a deal that were read until now. */
final class ReadLines implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int NO_MORE = -1;

    private List<DealFile> lines = List.of();
    private Reach reach = Reach.NEWEST;
    private int next = NO_MORE;

    /** How far the next look has to reach to show what is shown now. */
    Reach reach() {
        return reach;
    }

    /** Reads everything from the next look on. */
    void reachAll() {
        reach = Reach.ALL;
    }

    boolean complete() {
        return next == NO_MORE;
    }

    /** Where to read on. */
    int next() {
        return next;
    }

    List<DealFile> all() {
        return lines;
    }

    /** The deal was read from its newest file on. */
    void replace(DealListing listing) {
        lines = listing.files();
        next = listing.next().orElse(NO_MORE);
    }

    /** Further files were read; a line that moved meanwhile shows once. */
    void add(DealListing further) {
        Map<DealFile.Ref, DealFile> joined = new LinkedHashMap<>();
        lines.forEach(line -> joined.put(line.ref(), line));
        further.files().forEach(line -> joined.put(line.ref(), line));
        lines = List.copyOf(joined.values());
        next = further.next().orElse(NO_MORE);
        reach = reach.further();
    }

    /** Takes a line away; tells whether it was there. */
    boolean remove(DealFile.Ref ref) {
        List<DealFile> rest =
                lines.stream().filter(line -> !line.ref().equals(ref)).toList();
        boolean there = rest.size() < lines.size();
        lines = rest;
        return there;
    }
}
