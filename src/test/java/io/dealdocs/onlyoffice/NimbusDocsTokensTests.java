package io.dealdocs.onlyoffice;

import static io.dealdocs.onlyoffice.DocsTokenFixture.NOW;
import static io.dealdocs.onlyoffice.DocsTokenFixture.SECRET;
import static io.dealdocs.onlyoffice.DocsTokenFixture.TOKENS;
import static io.dealdocs.onlyoffice.DocsTokenFixture.at;
import static io.dealdocs.onlyoffice.DocsTokenFixture.body;
import static io.dealdocs.onlyoffice.DocsTokenFixture.callback;
import static io.dealdocs.onlyoffice.DocsTokenFixture.inBody;
import static io.dealdocs.onlyoffice.DocsTokenFixture.inHeader;
import static io.dealdocs.onlyoffice.HandMadeTokens.hs256;
import static io.dealdocs.onlyoffice.HandMadeTokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NimbusDocsTokensTests {

    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final String CLOSED = "{\"key\":\"K1\",\"status\":4}";
    private static final String WRAPPED = "{\"payload\":{\"key\":\"K1\",\"status\":4}}";
    private static final Callback K1_CLOSED = new Callback.ClosedUnchanged("K1");

    @Test
    void readsTheTokenOfTheBody() throws Exception {
        assertThat(inBody(CLOSED)).isEqualTo(K1_CLOSED);
    }

    @Test
    void readsTheHeaderWhereTheBodyHasNoToken() throws Exception {
        assertThat(inHeader(WRAPPED)).isEqualTo(K1_CLOSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[1,2]",
                "\"text\"",
                "{\"token\":null}",
                "{\"token\":\"\"}",
                "{\"token\":7}",
                "{\"token\":{\"token\":\"x\"}}",
                "{\"a\":{\"token\":\"x\"}}",
                "{\"a\":"
            })
    void readsTheHeaderWhateverElseTheBodyIs(String text) throws Exception {
        var header = "Bearer " + hs256(WRAPPED, SECRET);
        var read = TOKENS.callback(text.getBytes(StandardCharsets.UTF_8), header, List.of(new Secret(SECRET)))
                .callback();
        assertThat(read).isEqualTo(K1_CLOSED);
    }

    @Test
    void readsTheHeaderForABodyNestedWithoutEnd() throws Exception {
        var text = "{\"a\":" + "[".repeat(200_000);
        var header = "Bearer " + hs256(WRAPPED, SECRET);
        assertThat(TOKENS.callback(text.getBytes(StandardCharsets.UTF_8), header, List.of(new Secret(SECRET)))
                        .callback())
                .isEqualTo(K1_CLOSED);
    }

    @Test
    void tellsWhenItWasSigned() throws Exception {
        var closed = "{\"key\":\"K1\",\"status\":4,\"iat\":" + at(-7) + "}";
        assertThat(signedAt(body(hs256(closed, SECRET)), null)).contains(NOW.minusSeconds(7));
        var wrapped = "{\"payload\":{\"key\":\"K1\",\"status\":4},\"iat\":" + at(-7) + "}";
        assertThat(signedAt(body(null), "Bearer " + hs256(wrapped, SECRET))).contains(NOW.minusSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"iat\":\"now\"", ",\"iat\":null", ",\"iat\":-1", ",\"iat\":1e300"})
    void aTimeOfSigningThatIsNoneIsNotTold(String iat) throws Exception {
        assertThat(signedAt(body(hs256("{\"key\":\"K1\",\"status\":4" + iat + "}", SECRET)), null))
                .isEmpty();
    }

    private static Optional<Instant> signedAt(byte[] body, @Nullable String header) throws InvalidDocsToken {
        return TOKENS.callback(body, header, List.of(new Secret(SECRET))).signedAt();
    }

    @Test
    void presenceIsClaimedByWhateverTokenWouldCount() {
        var closed = hs256(CLOSED, "whatever secret");
        var save = hs256("{\"key\":\"K1\",\"status\":2}", "whatever secret");
        assertThat(TOKENS.claimsPresence(body(closed), null)).isTrue();
        assertThat(TOKENS.claimsPresence(body(save), "Bearer " + hs256(WRAPPED, SECRET)))
                .isFalse();
        assertThat(TOKENS.claimsPresence(body(null), "Bearer " + hs256(WRAPPED, SECRET)))
                .isTrue();
        assertThat(TOKENS.claimsPresence(body(null), "Bearer " + closed)).isFalse();
        assertThat(TOKENS.claimsPresence(body(null), null)).isFalse();
        assertThat(TOKENS.claimsPresence(body("nonsense"), null)).isFalse();
    }

    @Test
    void prefersTheBodyToTheHeader() throws Exception {
        var header = "Bearer " + hs256("{\"payload\":{\"key\":\"other\",\"status\":4}}", SECRET);
        assertThat(callback(hs256(CLOSED, SECRET), header)).isEqualTo(K1_CLOSED);
    }

    @Test
    void keepsTheHistoryThatALongHeaderHadToDrop() throws Exception {
        var whole = "{\"key\":\"K1\",\"status\":2,\"url\":\"https://docs.example/o.docx\",\"changesurl\":"
                + "\"https://docs.example/c.zip\",\"history\":{\"serverVersion\":\"9.3.1\",\"changes\":[{\"created\":\""
                + "x".repeat(9000) + "\"}]}}";
        var cut = "{\"payload\":{\"key\":\"K1\",\"status\":2,\"url\":\"https://docs.example/o.docx\",\"history\":{}}}";
        var read = (Callback.ReadyToSave) callback(hs256(whole, SECRET), "Bearer " + hs256(cut, SECRET));
        assertThat(read.file().changes()).get().asString().hasSizeGreaterThan(9000);
        assertThat(read.file().changesUrl()).isPresent();
        assertThat(((Callback.ReadyToSave) inHeader(cut)).file().changes()).isEmpty();
    }

    @Test
    void neverFallsBackToTheHeaderFromABadBodyToken() {
        var header = "Bearer " + hs256(WRAPPED, SECRET);
        refuses("no known secret", () -> callback(hs256(CLOSED, "another"), header));
    }

    @Test
    void readsTheHeaderWithAnyCaseOfTheSchemeAndWithoutIt() throws Exception {
        var token = hs256(WRAPPED, SECRET);
        assertThat(callback(null, "bearer " + token)).isEqualTo(K1_CLOSED);
        assertThat(callback(null, " Bearer   " + token + " ")).isEqualTo(K1_CLOSED);
        assertThat(callback(null, token)).isEqualTo(K1_CLOSED);
    }

    @Test
    void refusesAMessageWithoutAnyToken() {
        refuses("there is no token", () -> callback(null, null));
        refuses("there is no token", () -> callback(null, "Bearer "));
        refuses("there is no token", () -> callback(null, ""));
    }

    @Test
    void acceptsEitherOfTwoPinnedSecretsAndNoThird() throws Exception {
        var pinned = List.of(new Secret("at issue"), new Secret("current"));
        assertThat(TOKENS.callback(body(hs256(CLOSED, "at issue")), null, pinned)
                        .callback())
                .isEqualTo(K1_CLOSED);
        assertThat(TOKENS.callback(body(hs256(CLOSED, "current")), null, pinned).callback())
                .isEqualTo(K1_CLOSED);
        refuses("no known secret", () -> TOKENS.callback(body(hs256(CLOSED, "a third")), null, pinned));
        refuses("no known secret", () -> TOKENS.callback(body(hs256(CLOSED, "current")), null, List.of()));
    }

    @Test
    void neverTrustsAnEmptySecret() {
        var forged = token(HS256, CLOSED, "HmacSHA256", "\0");
        refuses("no known secret", () -> TOKENS.callback(body(forged), null, List.of(new Secret(""))));
    }

    @Test
    void refusesEveryOtherAlgorithm() {
        refuses("HS256", () -> callback(token("{\"alg\":\"HS512\"}", CLOSED, "HmacSHA512", SECRET), null));
        refuses("HS256", () -> callback(token("{\"alg\":\"HS384\"}", CLOSED, "HmacSHA384", SECRET), null));
        refuses("HS256", () -> callback(token("{\"alg\":\"RS256\"}", CLOSED, "HmacSHA256", SECRET), null));
        refuses("HS256", () -> callback(token("{\"alg\":\"hs256\"}", CLOSED, "HmacSHA256", SECRET), null));
    }

    @Test
    void refusesUnsignedTokens() {
        var none = token("{\"alg\":\"none\"}", CLOSED, "HmacSHA256", SECRET);
        refuses("not a signed JWT", () -> callback(none, null));
        refuses("not a signed JWT", () -> callback(none.substring(0, none.lastIndexOf('.') + 1), null));
        var good = hs256(CLOSED, SECRET);
        refuses("not a signed JWT", () -> callback(good.substring(0, good.lastIndexOf('.') + 1), null));
        refuses("not a signed JWT", () -> callback(good.substring(0, good.lastIndexOf('.')), null));
    }

    @Test
    void refusesATokenThatAsksForAnExtension() {
        var critical = "{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}";
        var raw = "{\"alg\":\"HS256\",\"b64\":false}";
        refuses("extension", () -> callback(token(raw, CLOSED, "HmacSHA256", SECRET), null));
        refuses("extension", () -> callback(token(critical, CLOSED, "HmacSHA256", SECRET), null));
        refuses(
                "extension",
                () -> callback(
                        token("{\"alg\":\"HS256\",\"x\":1,\"crit\":[\"x\"]}", CLOSED, "HmacSHA256", SECRET), null));
    }

    @Test
    void refusesAChangedPayloadAndAChangedSignature() {
        var parts = hs256(CLOSED, SECRET).split("\\.", -1);
        var other = hs256("{\"key\":\"K2\",\"status\":4}", SECRET).split("\\.", -1);
        refuses("no known secret", () -> callback(parts[0] + "." + other[1] + "." + parts[2], null));
        refuses("no known secret", () -> callback(parts[0] + "." + parts[1] + ".AAAA", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "a.b.c", "....", "..", "e30.e30.e30", "W10.e30.AAAA", "eyJhbGciOjF9.e30.AAAA", "é.é.é"})
    void refusesWhatIsNoToken(String text) {
        refuses("token", () -> callback(text, null));
        refuses("token", () -> callback(null, "Bearer " + text));
    }

    @Test
    void refusesAnExpiredTokenAfterAMinuteOfLeeway() throws Exception {
        assertThat(inBody("{\"key\":\"K1\",\"status\":4,\"exp\":" + at(-59) + "}"))
                .isEqualTo(K1_CLOSED);
        refuses("expired", () -> inBody("{\"key\":\"K1\",\"status\":4,\"exp\":" + at(-61) + "}"));
        refuses("expired", () -> inHeader("{\"payload\":{\"key\":\"K1\",\"status\":4},\"exp\":" + at(-61) + "}"));
        refuses("expired", () -> inBody("{\"key\":\"K1\",\"status\":4,\"exp\":-1e300}"));
    }

    @Test
    void refusesATokenOfTheFutureAfterAMinuteOfLeeway() throws Exception {
        assertThat(inBody("{\"key\":\"K1\",\"status\":4,\"nbf\":" + at(59) + "}"))
                .isEqualTo(K1_CLOSED);
        refuses("not valid yet", () -> inBody("{\"key\":\"K1\",\"status\":4,\"nbf\":" + at(61) + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "null", "{}", "true", "[1]"})
    void refusesATimeThatIsNone(String exp) {
        refuses("not a time", () -> inBody("{\"key\":\"K1\",\"status\":4,\"exp\":" + exp + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "null", "7", "{\"key\":\"K1\",\"status\":4", "{} {}"})
    void refusesClaimsThatAreNoObject(String claims) {
        refuses("claims", () -> inBody(claims));
    }

    @Test
    void refusesAHeaderTokenOfTheBodysShapeAndABodyTokenOfTheHeaders() {
        refuses("no payload", () -> inHeader(CLOSED));
        refuses("no payload", () -> inHeader("{\"payload\":\"text\"}"));
        refuses("payload", () -> inBody(WRAPPED));
        refuses("payload", () -> inBody("{\"key\":\"K1\",\"status\":4,\"payload\":{}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"document\":{\"key\":\"K1\"},\"editorConfig\":{}}",
                "{\"key\":\"K1\",\"status\":2,\"document\":{}}",
                "{\"key\":\"K1\",\"status\":2,\"editorConfig\":{}}",
                "{\"key\":\"K1\",\"status\":2,\"c\":\"info\"}",
                "{\"c\":\"forcesave\",\"key\":\"K1\"}",
                "{\"key\":\"K1\",\"url\":\"https://docs.example/x\",\"filetype\":\"docx\",\"outputtype\":\"pdf\"}",
                "{\"key\":\"K1\",\"version\":1,\"url\":\"https://docs.example/x\"}",
                "{\"url\":\"https://docs.example/x\"}",
                "{\"status\":4}",
                "{\"key\":\"K1\"}",
                "{\"key\":\"K1\",\"status\":\"2\"}",
                "{\"key\":\"K1\",\"status\":2.5}",
                "{\"key\":\"K1\",\"status\":4294967298}",
                "{\"key\":\"K1\",\"status\":null}",
                "{\"key\":7,\"status\":4}",
                "{\"key\":\"\",\"status\":4}",
                "{}"
            })
    void refusesATokenOfAnotherPurpose(String claims) {
        refuses("another purpose", () -> inBody(claims));
        refuses("another purpose", () -> inHeader("{\"payload\":" + claims + "}"));
    }

    @Test
    void refusesAHeaderTokenThatIsAnEditorConfigBesides() {
        refuses("another purpose", () -> inHeader("{\"payload\":{\"key\":\"K1\",\"status\":4},\"document\":{}}"));
    }

    @Test
    void tellsNeitherTokenNorSecretInItsRefusals() {
        var token = hs256(CLOSED, "another");
        assertThatExceptionOfType(InvalidDocsToken.class)
                .isThrownBy(() -> callback(token, null))
                .satisfies(e -> assertThat(e.toString()).doesNotContain(token).doesNotContain(SECRET));
    }

    private static void refuses(String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(InvalidDocsToken.class).isThrownBy(call).withMessageContaining(reason);
    }
}
