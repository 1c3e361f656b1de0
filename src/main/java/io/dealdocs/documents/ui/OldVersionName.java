package io.dealdocs.documents.ui;

import io.dealdocs.documents.VersionLine;

/** Names what a person saves of an older version, so that it does not pass for the newest. */
final class OldVersionName {

    private OldVersionName() {}

    /** {@code Offer (3).docx} for the third version of {@code Offer.docx}. */
    static String of(String name, VersionLine version) {
        if (version.head()) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String title = dot < 0 ? name : name.substring(0, dot);
        String extension = dot < 0 ? "" : name.substring(dot);
        String own = version.otherFormat().isEmpty() ? extension : "." + version.otherFormat();
        return title + " (" + version.number() + ")" + own;
    }
}
