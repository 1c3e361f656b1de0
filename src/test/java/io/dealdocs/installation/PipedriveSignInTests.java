package io.dealdocs.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dealdocs.pipedrive.PipedriveAccess;
import io.dealdocs.pipedrive.PipedriveProperties;
import io.dealdocs.pipedrive.PipedriveUser;
import io.dealdocs.shared.MemberId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Who gave consent is asked at the company's own Pipedrive, and a fresh token is shown to nobody else. */
class PipedriveSignInTests {

    private static final PipedriveProperties PIPEDRIVE = new PipedriveProperties(
            "id",
            "secret",
            "",
            "",
            URI.create("https://oauth.pipedrive.com"),
            Pattern.compile("^https://[a-z0-9-]+\\.pipedrive\\.com$"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    private final List<URI> asked = new ArrayList<>();
    private final PipedriveSignIn signIn = new PipedriveSignIn(this::me, new PendingConsents(), PIPEDRIVE);

    private PipedriveUser me(PipedriveAccess access) {
        asked.add(access.apiDomain());
        return new PipedriveUser(
                MemberId.of(54321, 1001), "Ada", "Acme", "acme", "FI", Locale.ENGLISH, ZoneId.of("UTC"), Set.of());
    }

    @Test
    void asksTheCompanysOwnOrigin() {
        assertThat(signIn.loadUser(answer(Map.of("api_domain", "https://acme.pipedrive.com")))
                        .getName())
                .isEqualTo("54321:1001");
        assertThat(asked).containsExactly(URI.create("https://acme.pipedrive.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example",
                "http://acme.pipedrive.com",
                "https://acme.pipedrive.com.evil.example",
                "https://acme.pipedrive.com@evil.example",
                "https://evil.example/acme.pipedrive.com",
                "https://acme.pipedrive.com/",
                "https://acme.pipedrive.com\n.evil.example",
                "https://a cme.pipedrive.com"
            })
    void showsTheTokenToNoOtherOrigin(String domain) {
        assertThatThrownBy(() -> signIn.loadUser(answer(Map.of("api_domain", domain))))
                .isInstanceOf(OAuth2AuthenticationException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesAnAnswerThatNamesNoOrigin() {
        assertThatThrownBy(() -> signIn.loadUser(answer(Map.of()))).isInstanceOf(OAuth2AuthenticationException.class);
        assertThat(asked).isEmpty();
    }

    private static OAuth2UserRequest answer(Map<String, Object> more) {
        ClientRegistration registration = new PipedriveRegistration()
                .clientRegistrations(PIPEDRIVE, properties())
                .findByRegistrationId("pipedrive");
        Instant now = Instant.now();
        return new OAuth2UserRequest(
                registration,
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "v1u:secret", now, now.plusSeconds(60)),
                more);
    }

    private static InstallationProperties properties() {
        return new InstallationProperties(
                URI.create("https://docs.example"),
                "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                URI.create("https://source.example"));
    }
}
