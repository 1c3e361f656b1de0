package io.dealdocs.pipedrive;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Pipedrive's list of files with its pagination, either of which may be null (pipedrive contract, section 3). */
record FilePagePayload(LenientJson json) {

    /**
     * The page.
     *
     * @param start where it began; a next page can only lie after it
     */
    PipedriveFilePage page(int start) {
        List<PipedriveFile> files = json.at("data").entries().stream()
                .map(FilePayload::new)
                .map(FilePayload::file)
                .flatMap(Optional::stream)
                .toList();
        return new PipedriveFilePage(files, next(start));
    }

    private OptionalInt next(int start) {
        LenientJson pagination = json.at("additional_data").at("pagination");
        long next = pagination.number("next_start");
        boolean more = pagination.flag("more_items_in_collection", true);
        return more && next > start && next <= Integer.MAX_VALUE ? OptionalInt.of((int) next) : OptionalInt.empty();
    }
}
