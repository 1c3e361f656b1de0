package io.dealdocs.settings;

import java.util.Optional;

/**
 * What an admin wants to be saved.
 *
 * @param address of the Docs server, as typed
 * @param secret a new secret, or empty to keep the stored one
 * @param header the JWT header, as typed
 * @param version of the settings the admin looked at
 */
public record NewDocsSettings(
        String address, Optional<String> secret, String header, DocsSettings.CoEditing coEditing, long version) {

    @Override
    public String toString() {
        return "NewDocsSettings[address=" + address + ", header=" + header + "]";
    }
}
