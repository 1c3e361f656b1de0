package io.dealdocs.pipedrive;

import io.dealdocs.shared.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;

/** The token endpoints over HTTP with a form and Basic authentication (pipedrive contract, sections 1.2 to 1.4). */
final class RestPipedriveOAuth implements PipedriveOAuth {

    private static final String DEAD_TOKEN = "invalid_grant";

    private final HttpConnections connections;
    private final PipedriveProperties properties;
    private final ErrorTranslator errors;
    private final Clock clock;

    RestPipedriveOAuth(
            HttpConnections connections, PipedriveProperties properties, ErrorTranslator errors, Clock clock) {
        this.connections = connections;
        this.properties = properties;
        this.errors = errors;
        this.clock = clock;
    }

    @Override
    public PipedriveTokens refresh(Secret refreshToken) {
        Instant asked = clock.instant();
        Answer answer = post("/oauth/token", "grant_type=refresh_token&refresh_token=" + encoded(refreshToken));
        throwIfRefused(answer, refreshToken);
        PipedriveTokens tokens = new TokenPayload(answer.json())
                .tokens(refreshToken, asked)
                .orElseThrow(() -> new PipedriveException.Unavailable("the answer holds no tokens", null));
        if (!TokenPayload.mayBeCalled(tokens, properties.apiDomainPattern())) {
            throw new IllegalStateException("the API domain of new tokens does not match the configured pattern");
        }
        return tokens;
    }

    @Override
    public void revoke(Secret refreshToken) {
        Answer answer = post("/oauth/revoke", "token=" + encoded(refreshToken) + "&token_type_hint=refresh_token");
        if (!answer.json().text("error").equals(DEAD_TOKEN)) {
            throwIfRefused(answer, refreshToken);
        }
    }

    private Answer post(String path, String form) {
        HttpCall call = new HttpCall(
                HttpMethod.POST,
                URI.create(properties.oauthUrl().toString().replaceAll("/+$", "") + path),
                headers -> {
                    headers.setBasicAuth(properties.clientId(), properties.clientSecret(), StandardCharsets.UTF_8);
                    headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
                },
                BodyInserters.fromValue(form.getBytes(StandardCharsets.UTF_8)),
                properties.answerTimeout());
        return call.send(connections.pooled());
    }

    private void throwIfRefused(Answer answer, Secret refreshToken) {
        if (answer.isSuccess() && answer.json().flag("success", true)) {
            return;
        }
        List<Secret> sent = List.of(refreshToken, new Secret(properties.clientSecret()));
        if (answer.status() < 500 && answer.json().text("error").equals(DEAD_TOKEN)) {
            throw new PipedriveException.ReconnectRequired(ErrorWords.describe(answer, sent));
        }
        // A 401 here is about the app's own secret: no refresh and no member can mend it.
        throw answer.isSuccess() || answer.status() == 401
                ? new PipedriveException.Rejected(ErrorWords.describe(answer, sent))
                : errors.translate(answer, sent);
    }

    private static String encoded(Secret secret) {
        return URLEncoder.encode(secret.reveal(), StandardCharsets.UTF_8);
    }
}
