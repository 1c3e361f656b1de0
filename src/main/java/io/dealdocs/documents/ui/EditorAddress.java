package io.dealdocs.documents.ui;

import java.net.URI;

/** The address of an editor tab as the person's theme wants it. */
final class EditorAddress {

    private EditorAddress() {}

    static String of(URI address, boolean dark) {
        if (!dark) {
            return address.toString();
        }
        return address + (address.getRawQuery() == null ? "?" : "&") + "theme=dark";
    }
}
