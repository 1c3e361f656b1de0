package io.dealdocs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dealdocs.settings.SaveOutcome.Problem;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin may type as address and header of a Docs server. */
class DocsAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://docs.example.com, https://docs.example.com",
        "https://docs.example.com/, https://docs.example.com",
        "https://docs.example.com///, https://docs.example.com",
        "'  https://docs.example.com/  ', https://docs.example.com",
        "HTTPS://Docs.Example.COM/Office, https://docs.example.com/Office",
        "https://docs.example.com:8443/office/, https://docs.example.com:8443/office",
        "https://10.0.0.7/ds, https://10.0.0.7/ds",
        "https://[2001:db8::1]:8443/ds, https://[2001:db8::1]:8443/ds",
        "https://büro.example/, https://xn--bro-hoa.example",
        "https://docs, https://docs"
    })
    void readsAnAddress(String typed, String address) throws Exception {
        assertThat(DocsAddress.parse(typed, false)).hasToString(address);
    }

    @Test
    void readsPlainHttpWhereTheOperatorAllowsIt() throws Exception {
        assertThat(DocsAddress.parse("http://127.0.0.1:8091/", true)).hasToString("http://127.0.0.1:8091");
        assertThat(refused("http://127.0.0.1:8091/", false)).isEqualTo(Problem.ADDRESS_NEEDS_HTTPS);
        assertThat(refused("HTTP://docs.example.com", false)).isEqualTo(Problem.ADDRESS_NEEDS_HTTPS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void missesAnAddress(String typed) {
        assertThat(refused(typed, true)).isEqualTo(Problem.ADDRESS_EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "docs.example.com",
                "//docs.example.com",
                "/docs",
                "https",
                "https://",
                "https:///path",
                "https:docs.example.com",
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://docs.example.com",
                "https://user@docs.example.com",
                "https://user:secret@docs.example.com",
                "https://docs.example.com@evil.example",
                "https://docs.example.com/?x=1",
                "https://docs.example.com?x=1",
                "https://docs.example.com/#x",
                "https://docs.example.com#",
                "https://docs example.com",
                "https://docs.example.com/a b",
                "https://docs.example.com:port",
                "https://docs.example.com:0",
                "https://docs.example.com:65536",
                "https://docs.example.com:",
                "https://-docs.example.com",
                "https://docs_1.example.com",
                "https://[::1",
                "https://docs.example.com/%zz",
                "https://docs.example.com; script-src *",
                "https://docs.example.com,evil.example",
                "https://docs\r\nX: y"
            })
    void refusesWhatIsNoPlainAddress(String typed) {
        assertThat(refused(typed, true)).isEqualTo(Problem.ADDRESS_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Authorization",
        "AuthorizationJwt, AuthorizationJwt",
        "' X-Docs-Token ', X-Docs-Token",
        "'', Authorization",
        "'  ', Authorization"
    })
    void readsAHeader(String typed, String header) throws Exception {
        assertThat(DocsAddress.header(typed)).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization:",
                "two words",
                "Autorisierungsköpfe",
                "a\r\nX: y",
                "a/b",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "Host",
                "content-length",
                "Transfer-Encoding",
                "Cookie"
            })
    void refusesAHeaderThatCannotCarryAToken(String typed) {
        DocsAddress.Malformed problem =
                catchThrowableOfType(DocsAddress.Malformed.class, () -> DocsAddress.header(typed));

        assertThat(problem).isNotNull();
        assertThat(problem.problem()).isEqualTo(Problem.HEADER_MALFORMED);
    }

    @Test
    void readsTheSameInTurkey() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(DocsAddress.parse("HTTPS://OFFICE.EXAMPLE", false)).hasToString("https://office.example");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Problem refused(String typed, boolean allowHttp) {
        DocsAddress.Malformed problem =
                catchThrowableOfType(DocsAddress.Malformed.class, () -> DocsAddress.parse(typed, allowHttp));
        assertThat(problem).as(typed).isNotNull();
        return problem.problem();
    }
}
