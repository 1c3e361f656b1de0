package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.shared.MemberId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is behind a token. */
class RestPipedriveUsersTests {

    private final StubPipedrive stub = StubPipedrive.start();
    private final RestPipedrive port = Port.to(stub);

    @AfterEach
    void stop() {
        port.close();
        stub.close();
    }

    private PipedriveUser me(String data) {
        stub.onJson("GET /api/v1/users/me", 200, Port.data(data));
        return port.users().me(Port.access(stub));
    }

    private PipedriveUser meWith(String field) {
        return me("{\"id\":1,\"company_id\":2," + field + "}");
    }

    @Test
    void readsPersonCompanyLanguageAndRights() {
        PipedriveUser user = me("""
                {"id":1001,"name":"Ada","locale":"et_EE","timezone_name":"Europe/Berlin","phone":null,
                "access":[{"app":"sales","admin":false},{"app":"global","admin":true},
                {"app":"account_settings","admin":true,"permission_set_id":"x"}],
                "company_id":54321,"company_name":"Acme Oy","company_domain":"acme","company_country":"FI",
                "language":{"language_code":"pt","country_code":"BR"}}""");

        assertThat(user)
                .isEqualTo(new PipedriveUser(
                        MemberId.of(54321, 1001),
                        "Ada",
                        "Acme Oy",
                        "acme",
                        "FI",
                        Locale.forLanguageTag("pt-BR"),
                        ZoneId.of("Europe/Berlin"),
                        Set.of("global", "account_settings")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "{\"language_code\":\"en\",\"country_code\":\"US\"} | en-US",
                "{\"language_code\":\"de\",\"country_code\":\"\"}   | de",
                "{\"language_code\":\"de\",\"country_code\":null}   | de",
                "{\"language_code\":\"de\",\"country_code\":\"no country\"} | de",
                "{\"language_code\":\"!!\",\"country_code\":\"US\"} | en",
                "{\"language_code\":\"\",\"country_code\":\"US\"}   | en",
                "{\"language_code\":7}                              | en",
                "\"fi\"                                             | en",
                "[]                                                 | en",
                "null                                               | en"
            })
    void readsAnyLanguageOrFallsBackToEnglish(String language, String tag) {
        assertThat(meWith("\"language\":" + language).locale().toLanguageTag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"Middle/Earth\"", "{}", "17"})
    void fallsBackToUtc(String zone) {
        assertThat(meWith("\"timezone_name\":" + zone).timeZone()).isEqualTo(ZoneId.of("UTC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "{\"app\":\"account_settings\",\"admin\":true}",
                "[{\"app\":\"account_settings\",\"admin\":null},{\"admin\":true},null]",
                "[{\"app\":\"account_settings\"}]"
            })
    void isAdminOfNothingUnlessSaidSo(String access) {
        assertThat(meWith("\"is_admin\":1,\"access\":" + access).adminOf()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"id\":1}", "{\"company_id\":2}", "{\"id\":0,\"company_id\":2}", "[]"})
    void isUnavailableWhenNobodyIsNamed(String data) {
        assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(() -> me(data));
    }
}
