package io.dealdocs.onlyoffice;

import java.util.Collection;
import java.util.Optional;

/** The table of formats. */
public interface Formats {

    /** The format that a file's name ends with, whatever its case. */
    Optional<Format> ofName(String fileName);

    /** Every format of the table. */
    Collection<Format> all();
}
