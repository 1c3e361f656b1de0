package io.dealdocs.documents.ui;

import io.dealdocs.documents.DealFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.MemberId;
import java.util.Locale;

/**
 * A line of a deal that a person is about to save on their computer.
 *
 * @param version the number of one of its versions, or {@link #NEWEST}
 */
record Download(MemberId member, DealId deal, DealFile.Ref ref, int version, String name, Locale locale) {

    /** Whatever is newest when the download begins. */
    static final int NEWEST = 0;
}
