package io.dealdocs.settings;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * A company's settings as a page may show them: never the secret itself.
 *
 * @param address of the Docs server as entered, or empty
 * @param header the JWT header
 * @param coEditing the company's default
 * @param secretSetAt when a secret was stored, if one is
 * @param secretSetBy who stored it
 * @param operatorDefault whether the operator's Docs server is used because the company has none of its own
 * @param version raised by each save, so that two admins do not overwrite each other silently
 */
public record DocsSettings(
        String address,
        String header,
        CoEditing coEditing,
        Optional<Instant> secretSetAt,
        String secretSetBy,
        boolean operatorDefault,
        long version)
        implements Serializable {

    /** How changes reach colleagues by default. */
    public enum CoEditing {
        FAST,
        STRICT
    }
}
