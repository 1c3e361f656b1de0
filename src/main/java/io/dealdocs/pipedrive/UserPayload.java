package io.dealdocs.pipedrive;

import io.dealdocs.shared.MemberId;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Pipedrive's user object with its company, as {@code /users/me} answers it (pipedrive contract, section 3.1). */
record UserPayload(LenientJson json) {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** The user, unless the object does not say who and of which company. */
    Optional<PipedriveUser> user() {
        long company = json.number("company_id");
        long user = json.number("id");
        return company <= 0 || user <= 0 ? Optional.empty() : Optional.of(read(MemberId.of(company, user)));
    }

    private PipedriveUser read(MemberId id) {
        return new PipedriveUser(
                id,
                json.text("name"),
                json.text("company_name"),
                json.text("company_domain"),
                json.text("company_country"),
                locale(),
                timeZone(),
                adminOf());
    }

    /** The language of the user interface; the field {@code locale} is about numbers and dates only. */
    private Locale locale() {
        LenientJson language = json.at("language");
        String code = language.text("language_code").strip();
        try {
            Locale spoken = new Locale.Builder().setLanguage(code).build();
            return spoken.getLanguage().isEmpty() ? Locale.ENGLISH : in(spoken, language.text("country_code"));
        } catch (IllformedLocaleException e) {
            return Locale.ENGLISH;
        }
    }

    private static Locale in(Locale spoken, String country) {
        try {
            return new Locale.Builder()
                    .setLocale(spoken)
                    .setRegion(country.strip())
                    .build();
        } catch (IllformedLocaleException e) {
            return spoken;
        }
    }

    private ZoneId timeZone() {
        try {
            return ZoneId.of(json.text("timezone_name").strip());
        } catch (DateTimeException e) {
            return UTC;
        }
    }

    private Set<String> adminOf() {
        return json.at("access").entries().stream()
                .filter(app -> app.flag("admin", false))
                .map(app -> app.text("app"))
                .filter(app -> !app.isEmpty())
                .collect(Collectors.toSet());
    }
}
