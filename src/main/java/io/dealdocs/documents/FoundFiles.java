package io.dealdocs.documents;

import io.dealdocs.pipedrive.PipedriveFile;
import java.util.List;
import java.util.OptionalInt;

/**
 * Files of a deal as Pipedrive listed them for one member.
 *
 * @param next where to read on, if there are more
 */
record FoundFiles(List<PipedriveFile> files, OptionalInt next) {

    FoundFiles {
        files = List.copyOf(files);
    }

    /** Whether a file that is not among them is not in the deal. */
    boolean complete() {
        return next.isEmpty();
    }
}
