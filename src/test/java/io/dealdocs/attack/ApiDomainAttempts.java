package io.dealdocs.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** An answer of the token endpoint names where the token shall be sent. */
final class ApiDomainAttempts {

    private static final Pattern DEFAULT = Pattern.compile("DEALDOCS_PIPEDRIVE_API_DOMAIN_PATTERN:(.*)}");

    private ApiDomainAttempts() {}

    static Stream<Attempt> all() {
        return Stream.concat(tokens(), patterns());
    }

    private static Stream<Attempt> tokens() {
        return Stream.of("http://localhost:%d", "http://127.0.0.1:%d/", "http://127.0.0.1:%d@evil.example", "")
                .map(domain -> Fault.TOKEN_TO_ANYBODY.attempt("a sign-in at " + domain, (scene, client) -> {
                    try (Lure lure = Lure.treasure()) {
                        OAuth2UserRequest request = request(scene, domain.formatted(lure.port()));
                        assertThatThrownBy(() -> signedIn(scene, request))
                                .isInstanceOf(OAuth2AuthenticationException.class);
                        assertThat(lure.asked()).isEmpty();
                    }
                }));
    }

    private static OAuth2UserRequest request(Scene scene, String apiDomain) {
        OAuth2AccessToken token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                "stolen",
                Instant.now(),
                Instant.now().plusSeconds(60));
        return new OAuth2UserRequest(
                scene.bean(ClientRegistrationRepository.class).findByRegistrationId("pipedrive"),
                token,
                Map.of("api_domain", apiDomain));
    }

    @SuppressWarnings("unchecked")
    private static Object signedIn(Scene scene, OAuth2UserRequest request) {
        return Objects.requireNonNull(scene.bean(OAuth2UserService.class).loadUser(request));
    }

    private static Stream<Attempt> patterns() {
        return Stream.of(
                        "https://acme.pipedrive.com.evil.example",
                        "https://evil.example/acme.pipedrive.com",
                        "https://acme.pipedrive.com@evil.example",
                        "https://evil.example#.pipedrive.com",
                        "https://evilpipedrive.com",
                        "http://acme.pipedrive.com",
                        "https://acme.pipedrive.com:8443",
                        "https://acme.pipedrive.com\nhttps://evil.example")
                .map(domain -> Fault.TOKEN_TO_ANYBODY
                        .attempt(
                                "in life, a token for " + domain.replace('\n', '|'),
                                (scene, client) -> assertThat(
                                                shipped().matcher(domain).matches())
                                        .isFalse())
                        .after((scene, client) -> assertThat(shipped()
                                        .matcher("https://acme-2.pipedrive.com")
                                        .matches())
                                .isTrue()));
    }

    /** The pattern that holds where the operator has set none. */
    private static Pattern shipped() {
        try {
            String settings = new ClassPathResource("application.yaml").getContentAsString(StandardCharsets.UTF_8);
            Matcher found = DEFAULT.matcher(settings);
            assertThat(found.find()).isTrue();
            return Pattern.compile(found.group(1));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
