package io.dealdocs.sandbox.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The sign-in host refuses what Pipedrive refuses. */
class SignInTests {
    private PipedriveSandbox sandbox =
            PipedriveSandbox.start(PipedriveSandboxOptions.defaults().withEmptyDeals());
    private Wire wire = new Wire(sandbox);

    @BeforeEach
    void forget() {
        sandbox.reset();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Map<String, String> authorizeQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", sandbox.app().clientId());
        query.put("redirect_uri", sandbox.app().callbackUrl().toString());
        query.put("state", "a b+c&d=é");
        return query;
    }

    private HttpResponse<String> ask(Map<String, String> query) throws IOException {
        return wire.get(sandbox.acme().resolve("/oauth/authorize?" + Form.encode(query)));
    }

    private Form decide(String decision) throws IOException {
        Map<String, String> form = authorizeQuery();
        form.put("company_id", "54321");
        form.put("decision", decision);
        var response = wire.post("/oauth/authorize", form, "");
        assertThat(response.statusCode()).isEqualTo(302);
        URI location = URI.create(response.headers().firstValue("Location").orElseThrow());
        assertThat(location.toString()).startsWith(sandbox.app().callbackUrl().toString());
        return Form.parse(location.getRawQuery());
    }

    private Map<String, String> codeForm(String code) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                sandbox.app().callbackUrl().toString());
    }

    private static Map<String, String> refreshForm(String token) {
        return Map.of("grant_type", "refresh_token", "refresh_token", token);
    }

    private void assertRefused(HttpResponse<String> response, String error, String message) {
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode body = Wire.json(response);
        assertThat(body.path("success").asBoolean()).isFalse();
        assertThat(body.path("error").asString()).isEqualTo(error);
        assertThat(body.path("message").asString()).contains(message);
    }

    @Test
    void consentPageNamesTheAppAndItsScopes() throws IOException {
        assertThat(ask(authorizeQuery()).body())
                .contains("DealDocs", "Allow and install", "data-scope=\"deals:full\"", "Acme Oy");
    }

    @Test
    void consentPageRefusesParametersThatPipedriveDoesNotList() throws IOException {
        for (String extra : new String[] {"response_type", "scope", "code_challenge", "nonce"}) {
            Map<String, String> query = authorizeQuery();
            query.put(extra, "x");
            var response = ask(query);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains(extra);
        }
    }

    @Test
    void consentPageBearsOtherParametersWhenTheSwitchIsOn() throws IOException {
        sandbox.faults().set(Switch.ACCEPTS_PKCE, true);
        Map<String, String> query = authorizeQuery();
        query.put("code_challenge", "x");
        assertThat(ask(query).statusCode()).isEqualTo(200);
    }

    @Test
    void consentPageRefusesAnotherRedirectAddressOrApp() throws IOException {
        Map<String, String> elsewhere = authorizeQuery();
        elsewhere.put("redirect_uri", sandbox.app().callbackUrl() + "/");
        assertThat(ask(elsewhere).statusCode()).isEqualTo(400);
        Map<String, String> other = authorizeQuery();
        other.put("client_id", "other");
        assertThat(ask(other).statusCode()).isEqualTo(400);
    }

    @Test
    void allowingReturnsACodeAndTheUnchangedState() throws IOException {
        Form answer = decide("allow");
        assertThat(answer.required("code")).startsWith("54321.1001.");
        assertThat(answer.required("state")).isEqualTo("a b+c&d=é");
        assertThat(answer.get("error")).isEmpty();
    }

    @Test
    void cancellingReturnsUserDenied() throws IOException {
        Form answer = decide("cancel");
        assertThat(answer.required("error")).isEqualTo("user_denied");
        assertThat(answer.get("code")).isEmpty();
    }

    @Test
    void codeBuysTokensOnce() throws IOException {
        String code = decide("allow").required("code");
        var first = wire.token(codeForm(code));
        assertThat(first.statusCode()).isEqualTo(200);
        JsonNode body = Wire.json(first);
        assertThat(body.path("scope").asString())
                .isEqualTo("base,deals:full,users:read,activities:full,contacts:read,products:read");
        assertThat(body.path("expires_in").asInt()).isEqualTo(3599);
        assertThat(body.path("api_domain").asString()).isEqualTo(sandbox.acme().toString());
        assertThat(body.path("refresh_token").asString()).matches("54321:1001:[0-9a-f]{40}");
        assertThat(sandbox.installed(PipedriveSandbox.ACME, Wire.ADA)).isTrue();
        assertRefused(wire.token(codeForm(code)), "invalid_grant", "`authorization_code` is invalid");
    }

    @Test
    void codeDiesAfterFiveMinutes() throws IOException {
        String code = sandbox.authorizationCode(PipedriveSandbox.ACME, Wire.ADA);
        sandbox.clock().plus(Duration.ofMinutes(5));
        assertRefused(wire.token(codeForm(code)), "invalid_grant", "has expired");
    }

    @Test
    void codeIsBoundToItsRedirectAddress() throws IOException {
        var form = new LinkedHashMap<>(codeForm(sandbox.authorizationCode(PipedriveSandbox.ACME, Wire.ADA)));
        form.put("redirect_uri", "http://localhost:1/other");
        assertRefused(wire.token(form), "invalid_request", "`redirect_uri` is invalid");
    }

    @Test
    void tokenEndpointWantsTheAppsCredentialsInEitherPlace() throws IOException {
        Map<String, String> form = codeForm(sandbox.authorizationCode(PipedriveSandbox.ACME, Wire.ADA));
        assertRefused(wire.token(form, ""), "invalid_client", "cannot retrieve");
        assertRefused(wire.token(form, Wire.basic("sandbox-client-id", "wrong")), "invalid_client", "is invalid");
        var inBody = new LinkedHashMap<>(form);
        inBody.put("client_id", sandbox.app().clientId());
        inBody.put("client_secret", sandbox.app().clientSecret());
        assertThat(wire.token(inBody, "").statusCode()).isEqualTo(200);
    }

    @Test
    void tokenEndpointNamesWhatIsMissing() throws IOException {
        assertRefused(wire.token(Map.of("code", "x")), "invalid_request", "Missing parameter: `grant_type`");
        assertRefused(
                wire.token(Map.of("grant_type", "password")), "unsupported_grant_type", "`grant_type` is invalid");
        var json = HttpRequest.newBuilder(sandbox.acme().resolve("/oauth/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        assertRefused(wire.send(json), "invalid_request", "x-www-form-urlencoded");
    }

    @Test
    void refreshKeepsItsTokenUnlessRotationIsOn() throws IOException {
        SandboxGrant grant = sandbox.install(PipedriveSandbox.ACME, Wire.ADA);
        JsonNode same = Wire.json(wire.token(refreshForm(grant.refreshToken())));
        assertThat(same.path("refresh_token").asString()).isEqualTo(grant.refreshToken());
        sandbox.faults().set(Switch.ROTATES_REFRESH_TOKENS, true);
        JsonNode fresh = Wire.json(wire.token(refreshForm(grant.refreshToken())));
        assertThat(fresh.path("refresh_token").asString()).isNotEqualTo(grant.refreshToken());
        assertRefused(wire.token(refreshForm(grant.refreshToken())), "invalid_grant", "`refresh_token` is invalid");
    }

    @Test
    void refreshTokenDiesWhenUnusedForSixtyDays() throws IOException {
        SandboxGrant grant = sandbox.install(PipedriveSandbox.ACME, Wire.ADA);
        sandbox.clock().plus(Duration.ofDays(59));
        assertThat(wire.token(refreshForm(grant.refreshToken())).statusCode()).isEqualTo(200);
        sandbox.clock().plus(Duration.ofDays(60));
        assertRefused(wire.token(refreshForm(grant.refreshToken())), "invalid_grant", "`refresh_token` is invalid");
    }

    @Test
    void accessTokenLivesAnHour() throws IOException {
        SandboxGrant grant = sandbox.install(PipedriveSandbox.ACME, Wire.ADA);
        assertThat(wire.rest("GET", "/api/v1/users/me", grant.accessToken()).statusCode())
                .isEqualTo(200);
        sandbox.clock().plus(Duration.ofMinutes(61));
        var late = wire.rest("GET", "/api/v1/users/me", grant.accessToken());
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.headers().firstValue("x-401-by-gw")).contains("true");
        assertThat(Wire.json(late).path("error").asString()).isEqualTo("unauthorized access");
    }

    @Test
    void revokingTheRefreshTokenUninstalls() throws IOException {
        SandboxGrant grant = sandbox.install(PipedriveSandbox.ACME, Wire.ADA);
        String basic = Wire.basic(sandbox.app().clientId(), sandbox.app().clientSecret());
        assertThat(wire.post("/oauth/revoke", Map.of("token", "unknown"), basic).statusCode())
                .isEqualTo(200);
        assertThat(wire.post("/oauth/revoke", Map.of("token", grant.refreshToken()), "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(wire.post("/oauth/revoke", Map.of("token", grant.refreshToken()), basic)
                        .statusCode())
                .isEqualTo(200);
        assertThat(sandbox.installed(PipedriveSandbox.ACME, Wire.ADA)).isFalse();
        assertThat(wire.rest("GET", "/api/v1/users/me", grant.accessToken()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void secretsStayOutOfTheRequestLog() throws IOException {
        ask(authorizeQuery());
        assertThat(sandbox.requests()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(RecordedRequest.Kind.OAUTH);
            assertThat(entry.query()).contains("state=*").doesNotContain("a b+c");
        });
    }
}
