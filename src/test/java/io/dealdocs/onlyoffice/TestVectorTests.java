package io.dealdocs.onlyoffice;

import static io.dealdocs.onlyoffice.DocsTokenFixture.TOKENS;
import static io.dealdocs.onlyoffice.DocsTokenFixture.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.dealdocs.shared.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of the Docs contract, section 12.7, and the key that makes short secrets fit. */
class TestVectorTests {

    private static final Secret SHORT = new Secret("short-secret");
    private static final String HEADER = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.";
    private static final String CALLBACK =
            HEADER + "eyJrZXkiOiJLMSIsInN0YXR1cyI6NH0.VIVnBAqbluwp5F--vnXKhkTNn3o1_KoCQbvYpWMM8JM";
    private static final String DOWNLOAD = HEADER
            + "eyJwYXlsb2FkIjp7InVybCI6Imh0dHBzOi8vYy5leGFtcGxlL2YvMT9zPWFiYyJ9fQ"
            + ".fz6AMCvi4RcJQkGo4btVm8lrkj-EnMUPz1wlJAn-YHo";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'c':'version'}|eyJjIjoidmVyc2lvbiJ9.b3Y65zIpPqz4sifvSon4bq4n5Pv8GWLpdsk01RuCUCk",
                "{'payload':{'c':'version'}}"
                        + "|eyJwYXlsb2FkIjp7ImMiOiJ2ZXJzaW9uIn19.RH9FZrbnolP6Lau-aSujrd8ndIEAMkkrhm_S4U7RrBM",
                "{'key':'K1','status':4}|eyJrZXkiOiJLMSIsInN0YXR1cyI6NH0.VIVnBAqbluwp5F--vnXKhkTNn3o1_KoCQbvYpWMM8JM",
                "{'payload':{'url':'https://c.example/f/1?s=abc'}}"
                        + "|eyJwYXlsb2FkIjp7InVybCI6Imh0dHBzOi8vYy5leGFtcGxlL2YvMT9zPWFiYyJ9fQ"
                        + ".fz6AMCvi4RcJQkGo4btVm8lrkj-EnMUPz1wlJAn-YHo"
            })
    void signsAsADocsServerDoesAlthoughTheSecretIsShort(String claims, String signed) {
        var bytes = claims.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThat(DocsSigner.token(bytes, SHORT)).isEqualTo(HEADER + signed);
    }

    @Test
    void verifiesTheCallbackOfTheContract() throws Exception {
        assertThat(TOKENS.callback(body(CALLBACK), null, List.of(SHORT)).callback())
                .isEqualTo(new Callback.ClosedUnchanged("K1"));
    }

    @Test
    void verifiesTheDownloadOfTheContract() {
        var url = URI.create("https://c.example/f/1?s=abc");
        assertThatNoException().isThrownBy(() -> TOKENS.download("Bearer " + DOWNLOAD, url, List.of(SHORT)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 64, 65, 200})
    void signsAsTheBareSecretDoesWhateverItsLength(int length) {
        var secret = "ß" + "s".repeat(length - 1);
        assertThat(DocsSigner.token("{}".getBytes(StandardCharsets.UTF_8), new Secret(secret)))
                .isEqualTo(HandMadeTokens.hs256("{}", secret));
    }
}
