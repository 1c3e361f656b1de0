package io.dealdocs.onlyoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.shared.Secret;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultAddressTests {

    private static final DocsServer ROOT = server("https://docs.example", "http://docs-internal:8000");
    private static final DocsServer BELOW = server("https://shared.example/office/", "http://10.0.0.7/ds");

    @ParameterizedTest
    @CsvSource({
        "https://docs.example/cache/f/K1_1/o.docx?md5=a%2Fb&expires=9,http://docs-internal:8000/cache/f/K1_1/o.docx?md5=a%2Fb&expires=9",
        "https://docs.example:443/a,http://docs-internal:8000/a",
        "HTTPS://DOCS.example/a,http://docs-internal:8000/a",
        "http://docs-internal:8000/a%20b/%C3%A4?x,http://docs-internal:8000/a%20b/%C3%A4?x",
        "https://docs.example/a#fragment,http://docs-internal:8000/a",
        "https://docs.example/..docx,http://docs-internal:8000/..docx"
    })
    void leadsToTheInternalAddress(URI result, String internal) {
        assertThat(ResultAddress.internal(ROOT, result)).hasToString(internal);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shared.example/office/cache/x?y=1,http://10.0.0.7/ds/cache/x?y=1",
        "http://10.0.0.7:80/ds/cache/x,http://10.0.0.7/ds/cache/x"
    })
    void swapsThePathsOfBothAddresses(URI result, String internal) {
        assertThat(ResultAddress.internal(BELOW, result)).hasToString(internal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://docs@evil.example/a",
                "https://docs.example@evil.example/a",
                "https://user:secret@docs.example/a",
                "https://@docs.example/a",
                "https://docs.example.evil.example/a",
                "https://evil.example/docs.example/a",
                "https://docs.example:8443/a",
                "http://docs.example/a",
                "http://docs.example:443/a",
                "https://docs-internal:8000/a",
                "http://docs-internal/a",
                "http://127.0.0.1/a",
                "http://[::1]/a",
                "file:///etc/passwd",
                "ftp://docs.example/a",
                "mailto:a@docs.example",
                "/cache/a",
                "//docs.example/a",
                "https:/docs.example/a",
                "https://docs.example",
                "https://docs.example/a/../b",
                "https://docs.example/a/%2e%2e/b",
                "https://docs.example/a/%2E%2E%2Fb",
                "https://docs.example/a/..%5Cb",
                "https://docs_example/a",
                ""
            })
    void refusesEveryOtherAddress(URI result) {
        refuses(ROOT, result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shared.example/cache/x",
                "https://shared.example/officer/x",
                "https://shared.example/office",
                "https://shared.example/office/../admin",
                "https://shared.example/OFFICE/x",
                "http://10.0.0.7/cache/x",
                "http://10.0.0.7:8080/ds/x"
            })
    void refusesNeighboursOnTheSameHost(URI result) {
        refuses(BELOW, result);
    }

    private static void refuses(DocsServer server, URI result) {
        assertThatExceptionOfType(DocumentServerException.ForeignAddress.class)
                .isThrownBy(() -> ResultAddress.internal(server, result));
    }

    private static DocsServer server(String publicUrl, String internalUrl) {
        return new DocsServer(URI.create(publicUrl), URI.create(internalUrl), new Secret("s"), "Authorization");
    }
}
