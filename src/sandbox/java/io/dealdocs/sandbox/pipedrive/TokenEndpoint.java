package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Changes codes and refresh tokens into access tokens, and revokes them (pipedrive contract, sections 1.2 to 1.4). */
final class TokenEndpoint {
    private final World world;
    private final Grants grants;

    TokenEndpoint(World world, Grants grants) {
        this.world = world;
        this.grants = grants;
    }

    Answer token(Request request) throws IOException {
        String operation = "POST /oauth/token";
        Optional<Answer> fault = world.faults().before(operation);
        return fault.isPresent() ? fault.get() : world.faults().after(operation, exchange(request));
    }

    Answer revoke(Request request) throws IOException {
        Optional<Answer> fault = world.faults().before("POST /oauth/revoke");
        if (fault.isPresent()) {
            return fault.get();
        }
        Form form = authenticated(request);
        String token = form.get("token")
                .orElseThrow(() -> new Refusal(Answers.oauth("invalid_request", "Missing parameter: `token`")));
        grants.revoke(token);
        return Answer.empty(200);
    }

    private Answer exchange(Request request) throws IOException {
        Form form = authenticated(request);
        String type = form.get("grant_type")
                .orElseThrow(() -> new Refusal(Answers.oauth("invalid_request", "Missing parameter: `grant_type`")));
        return switch (type) {
            case "authorization_code" -> byCode(request, form);
            case "refresh_token" -> byRefreshToken(request, form);
            default -> Answers.oauth("unsupported_grant_type", "Unsupported grant type: `grant_type` is invalid");
        };
    }

    private Form authenticated(Request request) throws IOException {
        if (!request.contentType().equals(Request.FORM)) {
            throw new Refusal(Answers.oauth(
                    "invalid_request", "Invalid request: content must be `application/x-www-form-urlencoded`"));
        }
        Form form = request.form();
        ClientCredentials credentials = ClientCredentials.of(request, form)
                .orElseThrow(() -> new Refusal(
                        Answers.oauth("invalid_client", "Invalid client: cannot retrieve client credentials")));
        if (!credentials.match(world.app())) {
            throw new Refusal(Answers.oauth("invalid_client", "Invalid client: client is invalid"));
        }
        return form;
    }

    private Answer byCode(Request request, Form form) {
        if (form.get("code_verifier").isPresent() && !world.faults().is(Switch.ACCEPTS_PKCE)) {
            return Answers.oauth("invalid_request", "Invalid request: `code_verifier` is not a known parameter");
        }
        Optional<Grant.Code> code = form.get("code").flatMap(grants::takeCode);
        if (code.isEmpty()) {
            return Answers.oauth("invalid_grant", "Invalid grant: `authorization_code` is invalid");
        }
        if (grants.expired(code.get())) {
            return Answers.oauth("invalid_grant", "Invalid grant: `authorization_code` has expired");
        }
        if (!form.get("redirect_uri").equals(Optional.of(code.get().redirectUri()))) {
            return Answers.oauth("invalid_request", "Invalid request: `redirect_uri` is invalid");
        }
        request.trace().member = code.get().member();
        return pair(grants.install(code.get().member()));
    }

    private Answer byRefreshToken(Request request, Form form) {
        Optional<Grants.Pair> pair = form.get("refresh_token").flatMap(grants::refresh);
        pair.ifPresent(found -> request.trace().member = found.access().member());
        return pair.map(this::pair)
                .orElseGet(() -> Answers.oauth("invalid_grant", "Invalid grant: `refresh_token` is invalid"));
    }

    private Answer pair(Grants.Pair pair) {
        Company company = world.directory().company(pair.access().member().companyId());
        Duration life = Duration.between(world.clock().instant(), pair.access().expiresAt());
        var body = Json.object()
                .put("access_token", pair.access().value())
                .put("token_type", "Bearer")
                .put("refresh_token", pair.refresh().value())
                .put("scope", String.join(",", Scopes.granted(world.faults().droppedScopes())))
                .put("expires_in", Math.round(life.toMillis() / 1000.0))
                .put("api_domain", world.origins().of(company).toString());
        return Answer.json(200, body);
    }
}
