package io.dealdocs.sandbox.docs;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tokens of the server's own legs: those it sends along, and those of commands and conversions. */
final class Tokens {

    private static final long LIFE_SECONDS = 300;
    private static final String PREFIX = "Bearer ";

    private final World world;

    Tokens(World world) {
        this.world = world;
    }

    /** Signs bare claims, for a body. */
    String bare(ObjectNode claims) {
        long now = world.clock().instant().getEpochSecond();
        ObjectNode stamped = claims.deepCopy();
        stamped.put("iat", now);
        stamped.put("exp", now + LIFE_SECONDS);
        return Jwt.sign(stamped, world.settings().now().secret());
    }

    /** Signs a payload wrapped as headers carry it. */
    String wrapped(ObjectNode payload) {
        return bare(Json.object().set("payload", payload));
    }

    String headerName() {
        return world.settings().now().header();
    }

    String headerValue(String token) {
        return PREFIX + token;
    }

    /**
     * The parameters of a request to the server: only what a token says counts, the one in the body before the one in
     * the header.
     */
    ObjectNode inbound(JsonNode body, @Nullable String header) throws JwtException {
        String token = body.path("token").asString("");
        if (token.isEmpty() && header != null && header.startsWith(PREFIX)) {
            token = header.substring(PREFIX.length());
        }
        ObjectNode claims =
                Jwt.verify(token, world.settings().now().secret(), world.clock().instant());
        ObjectNode params = claims.deepCopy();
        merge(params, claims.path("payload"));
        merge(params, claims.path("query"));
        return params;
    }

    private static void merge(ObjectNode params, JsonNode more) {
        if (more instanceof ObjectNode object) {
            params.setAll(object);
        }
    }
}
