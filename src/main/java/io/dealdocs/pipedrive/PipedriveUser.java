package io.dealdocs.pipedrive;

import io.dealdocs.shared.MemberId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * The person behind a token, as {@code GET /users/me} tells it (pipedrive contract, section 3.1).
 *
 * @param locale UI language and its country, for example {@code pt-BR}
 * @param companyCountry ISO code of the company's country, or empty
 * @param adminOf the apps of {@code access[]} with {@code admin: true}, such as {@code account_settings}
 */
public record PipedriveUser(
        MemberId id,
        String name,
        String companyName,
        String companyDomain,
        String companyCountry,
        Locale locale,
        ZoneId timeZone,
        Set<String> adminOf) {

    public PipedriveUser {
        adminOf = Set.copyOf(adminOf);
    }
}
