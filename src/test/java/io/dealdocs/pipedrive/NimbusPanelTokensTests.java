package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.pipedrive.InvalidPanelToken.Reason;
import io.dealdocs.shared.MemberId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Panel tokens, signed here with the JDK's own HMAC so that the padding of short secrets is put to the test. */
class NimbusPanelTokensTests {

    private static final String SECRET = "an-extension-secret-of-more-than-32-bytes";
    private static final String CLIENT_SECRET = "short";
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final long NOW = Port.NOW.getEpochSecond();
    private static final String CLAIMS = claims("1001", "54321", NOW + 300);

    private final PanelTokens tokens = tokens(SECRET);

    private static PanelTokens tokens(String extensionSecret) {
        return tokens(extensionSecret, CLIENT_SECRET);
    }

    private static PanelTokens tokens(String extensionSecret, String clientSecret) {
        PipedriveProperties properties = new PipedriveProperties(
                "the-client",
                clientSecret,
                extensionSecret,
                "",
                URI.create("https://oauth.pipedrive.com"),
                Pattern.compile("x"),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
        return new NimbusPanelTokens(properties, Port.CLOCK);
    }

    private static String claims(String user, String company, long expiry) {
        return "{\"userId\":%s,\"companyId\":%s,\"iat\":%d,\"exp\":%d}".formatted(user, company, NOW, expiry);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(String header, String claims, String secret, String algorithm) {
        try {
            String content = base64(header) + "." + base64(claims);
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(String claims) {
        return signed(HEADER, claims, SECRET, "HmacSHA256");
    }

    private void refuses(String token, Reason reason) {
        assertThatExceptionOfType(InvalidPanelToken.class)
                .isThrownBy(() -> tokens.verify(token))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void readsTheMemberAndTheLifeOfATokenThatIsOurs() throws InvalidPanelToken {
        assertThat(tokens.verify(signed(CLAIMS)))
                .isEqualTo(new PanelToken(MemberId.of(54321, 1001), Port.NOW.plusSeconds(300)));
    }

    @Test
    void readsIdsThatAreTexts() throws InvalidPanelToken {
        assertThat(tokens.verify(signed(claims("\"1001\"", "\"54321\"", NOW + 300)))
                        .member())
                .isEqualTo(MemberId.of(54321, 1001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "short", "exactly-thirty-two-bytes-are-her", "ä-secret-with-ümlauts"})
    void takesSecretsOfAnyLength(String secret) throws InvalidPanelToken {
        String token = signed(HEADER, CLAIMS, secret, "HmacSHA256");

        assertThat(tokens(secret).verify(token).member()).isEqualTo(MemberId.of(54321, 1001));
    }

    @Test
    void takesTheClientSecretWhereTheExtensionHasNone() throws InvalidPanelToken {
        String token = signed(HEADER, CLAIMS, CLIENT_SECRET, "HmacSHA256");

        assertThat(tokens("").verify(token).member()).isEqualTo(MemberId.of(54321, 1001));
        refuses(token, Reason.FORGED);
    }

    @Test
    void trustsNothingWithoutASecret() {
        String token = signed(HEADER, CLAIMS, "\0", "HmacSHA256");

        assertThatExceptionOfType(InvalidPanelToken.class)
                .isThrownBy(() -> tokens("", "").verify(token));
    }

    @ParameterizedTest
    @CsvSource({"-31, EXPIRED", "-3600, EXPIRED"})
    void refusesAnExpiredToken(long seconds, Reason reason) {
        refuses(signed(claims("1001", "54321", NOW + seconds)), reason);
    }

    @Test
    void forgivesClocksThirtySecondsApart() throws InvalidPanelToken {
        assertThat(tokens.verify(signed(claims("1001", "54321", NOW - 30))).expiresAt())
                .isEqualTo(Port.NOW.minusSeconds(30));
    }

    @Test
    void callsAnExpiredTokenOfSomebodyElseForged() {
        refuses(signed(HEADER, claims("1001", "54321", NOW - 3600), "another-secret", "HmacSHA256"), Reason.FORGED);
    }

    @Test
    void refusesATokenOfAnotherSecret() {
        refuses(signed(HEADER, CLAIMS, SECRET + "x", "HmacSHA256"), Reason.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE"})
    void refusesAnUnsignedToken(String none) {
        String unsigned = base64("{\"alg\":\"" + none + "\"}") + "." + base64(CLAIMS) + ".";

        refuses(unsigned, Reason.FORGED);
        refuses(unsigned + "AAAA", Reason.FORGED);
    }

    @ParameterizedTest
    @CsvSource({"HS512, HmacSHA512", "HS384, HmacSHA384"})
    void refusesAnotherHmacThoughItsSignatureIsRight(String alg, String algorithm) {
        String longSecret = SECRET + SECRET;
        String token = signed("{\"alg\":\"" + alg + "\"}", CLAIMS, longSecret, algorithm);

        assertThatExceptionOfType(InvalidPanelToken.class)
                .isThrownBy(() -> tokens(longSecret).verify(token))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FORGED));
    }

    @Test
    void refusesARightSignatureUnderAnotherName() {
        refuses(signed("{\"alg\":\"HS512\"}", CLAIMS, SECRET, "HmacSHA256"), Reason.FORGED);
    }

    @Test
    void refusesAPublicKeySignature() throws GeneralSecurityException {
        String content = base64("{\"alg\":\"RS256\"}") + "." + base64(CLAIMS);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
        signature.update(content.getBytes(StandardCharsets.UTF_8));

        refuses(content + "." + base64(signature.sign()), Reason.FORGED);
    }

    @Test
    void refusesATokenWhoseCompanyWasChanged() {
        String[] parts = signed(CLAIMS).split("\\.", -1);

        refuses(parts[0] + "." + base64(claims("1001", "54322", NOW + 300)) + "." + parts[2], Reason.FORGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":1001,\"companyId\":54321}",
                "{\"userId\":1001,\"companyId\":54321,\"exp\":null}",
                "{\"userId\":1001,\"companyId\":54321,\"exp\":\"soon\"}",
                "{\"companyId\":54321,\"exp\":99999999999}",
                "{\"userId\":1001,\"exp\":99999999999}",
                "{\"userId\":0,\"companyId\":54321,\"exp\":99999999999}",
                "{\"userId\":-1,\"companyId\":54321,\"exp\":99999999999}",
                "{\"userId\":1.5,\"companyId\":54321,\"exp\":99999999999}",
                "{\"userId\":\" 1001\",\"companyId\":54321,\"exp\":99999999999}",
                "{\"userId\":\"1001x\",\"companyId\":54321,\"exp\":99999999999}",
                "{\"userId\":\"99999999999999999999\",\"companyId\":54321,\"exp\":99999999999}",
                "{\"userId\":[1001],\"companyId\":54321,\"exp\":99999999999}",
                "{\"userId\":true,\"companyId\":54321,\"exp\":99999999999}",
                "{}",
                "[]",
                "no json"
            })
    void refusesClaimsThatNameNoMemberOrNoEnd(String claims) {
        refuses(signed(claims), Reason.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "a.b.c.d.e", "🙂", "{}", "eyJhbGciOiJIUzI1NiJ9.e30."})
    void refusesGarbage(String garbage) {
        refuses(garbage, Reason.FORGED);
    }

    @Test
    void refusesATokenThatIsFarTooLong() {
        refuses(signed(CLAIMS.replace("}", ",\"x\":\"" + "x".repeat(10_000) + "\"}")), Reason.FORGED);
    }

    @Test
    void refusesACriticalExtensionItDoesNotKnow() {
        String header = "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}";

        refuses(signed(header, CLAIMS, SECRET, "HmacSHA256"), Reason.FORGED);
    }
}
