package io.dealdocs.pipedrive;

import java.util.List;
import java.util.OptionalInt;

/**
 * Up to 100 files of a deal.
 *
 * @param next the start of the next page, if there is one
 */
public record PipedriveFilePage(List<PipedriveFile> files, OptionalInt next) {

    public PipedriveFilePage {
        files = List.copyOf(files);
    }
}
