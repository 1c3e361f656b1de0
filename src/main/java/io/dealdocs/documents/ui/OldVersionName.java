package io.dealdocs.documents.ui;

import io.dealdocs.documents.VersionLine;
import io.dealdocs.shared.FileName;

/** Names what a person saves of an older version, so that it does not pass for the newest. */
final class OldVersionName {

    private OldVersionName() {}

    /** {@code Offer (3).docx} for the third version of {@code Offer.docx}. */
    static String of(String name, VersionLine version) {
        if (version.head()) {
            return name;
        }
        FileName whole = FileName.of(name);
        String extension = version.otherFormat().isEmpty() ? whole.extension() : "." + version.otherFormat();
        return whole.title() + " (" + version.number() + ")" + extension;
    }
}
