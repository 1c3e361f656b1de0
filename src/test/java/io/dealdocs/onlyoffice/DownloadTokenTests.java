package io.dealdocs.onlyoffice;

import static io.dealdocs.onlyoffice.DocsTokenFixture.SECRET;
import static io.dealdocs.onlyoffice.DocsTokenFixture.TOKENS;
import static io.dealdocs.onlyoffice.DocsTokenFixture.at;
import static io.dealdocs.onlyoffice.HandMadeTokens.hs256;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.dealdocs.shared.Secret;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTokenTests {

    private static final URI URL = URI.create("https://deals.example/content/1?s=a%20b");

    @Test
    void acceptsTheTokenOfThisVeryAddress() {
        accepts("{\"payload\":{\"url\":\"https://deals.example/content/1?s=a%20b\"},\"iat\":" + at(0) + ",\"exp\":"
                + at(300) + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://deals.example/content/1",
                "https://deals.example/content/2?s=a%20b",
                "https://deals.example/content/1?s=a+b",
                "https://deals.example/content/1?s=a%20b#x",
                "https://deals.example:443/content/1?s=a%20b",
                "https://DEALS.example/content/1?s=a%20b",
                ""
            })
    void refusesTheTokenOfAnotherAddress(String other) {
        refuses("another address", "{\"payload\":{\"url\":\"" + other + "\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"key\":\"K1\"",
                "\"status\":2",
                "\"document\":{}",
                "\"editorConfig\":{}",
                "\"c\":\"info\"",
                "\"outputtype\":\"pdf\"",
                "\"payload\":{}"
            })
    void refusesTheTokenOfAnotherPurpose(String claim) {
        refuses("another purpose", "{\"payload\":{\"url\":\"" + URL + "\"," + claim + "}}");
    }

    @Test
    void refusesATokenWithoutThatShape() {
        refuses("no payload", "{\"url\":\"" + URL + "\"}");
        refuses("no payload", "{\"payload\":[]}");
        refuses("another address", "{\"payload\":{}}");
        refuses("another address", "{\"payload\":{\"url\":7}}");
        refuses("another address", "{\"payload\":{\"url\":null}}");
        refuses("another purpose", "{\"payload\":{\"url\":\"" + URL + "\"},\"document\":{}}");
    }

    @Test
    void refusesAnExpiredTokenAndAnUnsignedRequest() {
        refuses("expired", "{\"payload\":{\"url\":\"" + URL + "\"},\"exp\":" + at(-61) + "}");
        assertThatExceptionOfType(InvalidDocsToken.class)
                .isThrownBy(() -> ask(null, SECRET))
                .withMessageContaining("there is no token");
    }

    @Test
    void acceptsEitherOfTwoSecretsOnly() {
        var claims = "{\"payload\":{\"url\":\"" + URL + "\"}}";
        assertThatNoException().isThrownBy(() -> ask("Bearer " + hs256(claims, "old"), "new", "old"));
        assertThatExceptionOfType(InvalidDocsToken.class)
                .isThrownBy(() -> ask("Bearer " + hs256(claims, "third"), "new", "old"));
    }

    private static void accepts(String claims) {
        assertThatNoException().isThrownBy(() -> ask("Bearer " + hs256(claims, SECRET), SECRET));
    }

    private static void refuses(String reason, String claims) {
        assertThatExceptionOfType(InvalidDocsToken.class)
                .isThrownBy(() -> ask("Bearer " + hs256(claims, SECRET), SECRET))
                .withMessageContaining(reason);
    }

    private static void ask(@Nullable String header, String... secrets) throws InvalidDocsToken {
        TOKENS.download(header, URL, List.of(secrets).stream().map(Secret::new).toList());
    }
}
