package io.dealdocs.installation;

import io.dealdocs.shared.MemberId;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A person of a company who installed the app at some time.
 *
 * @param companyCountry ISO code, or empty
 * @param accountAdmin what Pipedrive said at the last sign-in; ask afresh before a decision
 * @param connection whether we may act for the person now
 */
public record Member(
        MemberId id,
        String name,
        String companyName,
        String companyCountry,
        Locale locale,
        ZoneId timeZone,
        boolean accountAdmin,
        Connection connection) {

    /** Whether there is a consent to act on. */
    public enum Connection {
        CONNECTED,
        DEAD,
        NONE
    }
}
