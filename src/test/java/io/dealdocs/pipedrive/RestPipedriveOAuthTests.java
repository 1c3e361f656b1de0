package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are exchanged and given back. */
class RestPipedriveOAuthTests {

    private static final String TOKEN = "POST /oauth/token";
    private static final String REVOKE = "POST /oauth/revoke";
    private static final Secret OLD = new Secret("54321:1001:old+refresh/token=");

    private final StubPipedrive stub = StubPipedrive.start();
    private final RestPipedrive port = Port.to(stub);

    @AfterEach
    void stop() {
        port.close();
        stub.close();
    }

    private String answer(String changed) {
        return """
                {"access_token":"new-access","token_type":"Bearer","refresh_token":"new-refresh",
                "scope":"base,deals:full,users:read","expires_in":3599,"api_domain":"%s"%s}""".formatted(stub.url(), changed);
    }

    private PipedriveTokens refresh(String answer) {
        stub.onJson(TOKEN, 200, answer);
        return port.oauth().refresh(OLD);
    }

    @Test
    void exchangesARefreshTokenByFormAndBasicAuthentication() {
        PipedriveTokens tokens = refresh(answer(""));

        String basic = Base64.getEncoder()
                .encodeToString(("the-client:" + Port.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(stub.only().header("Authorization")).isEqualTo("Basic " + basic);
        assertThat(stub.only().header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(stub.only().body())
                .isEqualTo("grant_type=refresh_token&refresh_token=54321%3A1001%3Aold%2Brefresh%2Ftoken%3D");
        assertThat(tokens.accessToken()).isEqualTo(new Secret("new-access"));
        assertThat(tokens.refreshToken()).isEqualTo(new Secret("new-refresh"));
        assertThat(tokens.expiresAt()).isEqualTo(Port.NOW.plusSeconds(3599));
        assertThat(tokens.scopes()).containsExactlyInAnyOrder("base", "deals:full", "users:read");
        assertThat(tokens.apiDomain()).isEqualTo(stub.url());
    }

    @Test
    void readsLooselyWrittenAnswers() {
        PipedriveTokens tokens = refresh(
                answer(
                        ",\"token_type\":\"BEARER\",\"refresh_token\":null,\"scope\":\"base deals:full\",\"expires_in\":\"60\""));

        assertThat(tokens.refreshToken()).isEqualTo(OLD);
        assertThat(tokens.scopes()).containsExactlyInAnyOrder("base", "deals:full");
        assertThat(tokens.expiresAt()).isEqualTo(Port.NOW.plusSeconds(60));
    }

    @Test
    void takesTheUsualHourWhenNoLifeIsNamed() {
        assertThat(refresh(answer(",\"expires_in\":\"\"")).expiresAt()).isEqualTo(Port.NOW.plusSeconds(3600));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://127.0.0.1.evil.example:80",
                "http://127.0.0.1:80/path",
                "http://user@127.0.0.1:80"
            })
    void acceptsNoTokensForAForeignDomain(String domain) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> refresh(answer(",\"api_domain\":\"" + domain + "\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"access_token\":\"\"",
                ",\"access_token\":null",
                ",\"token_type\":\"mac\"",
                ",\"api_domain\":\"\"",
                ",\"api_domain\":\"not an address\""
            })
    void keepsTheOldTokenWhenTheAnswerHoldsNone(String changed) {
        assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(() -> refresh(answer(changed)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"success\":false,\"message\":\"Invalid grant: refresh token is invalid\",\"error\":\"invalid_grant\"}",
                "400|{\"success\":\"false\",\"error\":\"invalid_grant\"}",
                "401|{\"error\":\"invalid_grant\"}",
                "200|{\"success\":\"false\",\"error\":\"invalid_grant\"}"
            })
    void asksForANewConsentWhenTheRefreshTokenIsDead(int status, String answer) {
        stub.onJson(TOKEN, status, answer);

        assertThatExceptionOfType(PipedriveException.ReconnectRequired.class)
                .isThrownBy(() -> port.oauth().refresh(OLD));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_client, Rejected", "401, invalid_client, Rejected", "200, invalid_request, Rejected",
        "429, x, RateLimited", "500, x, Unavailable", "503, invalid_grant, Unavailable"
    })
    void takesAnyOtherRefusalForNoFaultOfTheMember(int status, String error, String kind) {
        stub.onJson(TOKEN, status, "{\"success\":\"false\",\"message\":\"m\",\"error\":\"" + error + "\"}");

        assertThatExceptionOfType(PipedriveException.class)
                .isThrownBy(() -> port.oauth().refresh(OLD))
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind));
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void isUnavailableWhenNoAnswerComes() {
        stub.on(TOKEN, StubPipedrive.hangUp());

        assertThatExceptionOfType(PipedriveException.Unavailable.class)
                .isThrownBy(() -> port.oauth().refresh(OLD));
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void givesARefreshTokenBack() {
        stub.onJson(REVOKE, 200, "");

        port.oauth().revoke(OLD);

        assertThat(stub.only().body())
                .isEqualTo("token=54321%3A1001%3Aold%2Brefresh%2Ftoken%3D&token_type_hint=refresh_token");
        assertThat(stub.only().header("Authorization")).startsWith("Basic ");
    }

    @Test
    void takesATokenThatIsAlreadyDeadForGivenBack() {
        stub.onJson(REVOKE, 400, "{\"success\":false,\"error\":\"invalid_grant\"}");

        port.oauth().revoke(OLD);

        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void saysWhenATokenCouldNotBeGivenBack() {
        stub.onJson(REVOKE, 503, "");

        assertThatExceptionOfType(PipedriveException.Unavailable.class)
                .isThrownBy(() -> port.oauth().revoke(OLD));
    }
}
