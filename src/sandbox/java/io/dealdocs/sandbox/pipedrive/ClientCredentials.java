package io.dealdocs.sandbox.pipedrive;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The app's id and secret as a request to the sign-in host carries them: by Basic or in the body. */
record ClientCredentials(String id, String secret) {
    static Optional<ClientCredentials> of(Request request, Form form) {
        Optional<ClientCredentials> basic = request.header("Authorization").flatMap(ClientCredentials::basic);
        return basic.isPresent() ? basic : body(form);
    }

    boolean match(AppRegistration app) {
        return Tokens.same(id + ":" + secret, app.clientId() + ":" + app.clientSecret());
    }

    private static Optional<ClientCredentials> basic(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(header.substring(6).strip());
            String pair = new String(bytes, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new ClientCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ClientCredentials> body(Form form) {
        return form.get("client_id")
                .flatMap(id -> form.get("client_secret").map(secret -> new ClientCredentials(id, secret)));
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}
