package io.dealdocs.documents.ui;

import java.net.URI;

/** The address of an editor tab as the person's theme wants it. */
final class EditorAddress {

    private EditorAddress() {}

    /** The same for one version, to be read. */
    static String of(URI address, int version, boolean dark) {
        return of(URI.create(address + "&version=" + version), dark);
    }

    static String of(URI address, boolean dark) {
        if (!dark) {
            return address.toString();
        }
        return address + (address.getRawQuery() == null ? "?" : "&") + "theme=dark";
    }
}
