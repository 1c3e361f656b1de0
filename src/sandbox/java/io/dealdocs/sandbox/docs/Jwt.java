package io.dealdocs.sandbox.docs;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** HS256 tokens, made and checked; an implementation of its own so that it cannot share the application's mistakes. */
final class Jwt {

    private static final Duration TOLERANCE = Duration.ofSeconds(60);
    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

    private Jwt() {}

    static String sign(ObjectNode claims, String secret) {
        String content = HEADER + "." + encode(Json.write(claims));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(content, secret));
    }

    /**
     * The claims of a good token.
     *
     * @throws JwtException when it is missing, not ours, or too old by more than the tolerance of 60 seconds
     */
    static ObjectNode verify(String token, String secret, Instant now) throws JwtException {
        if (token.isEmpty()) {
            throw new JwtException(JwtException.Kind.MISSING, "jwt must be provided");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3
                || !Json.read(decode(parts[0])).path("alg").asString("").equals("HS256")) {
            throw new JwtException(JwtException.Kind.INVALID, "jwt malformed");
        }
        if (!MessageDigest.isEqual(mac(parts[0] + "." + parts[1], secret), decode(parts[2]))) {
            throw new JwtException(JwtException.Kind.INVALID, "invalid signature");
        }
        return timely(Json.read(decode(parts[1])), now);
    }

    private static ObjectNode timely(JsonNode claims, Instant now) throws JwtException {
        if (!(claims instanceof ObjectNode object)) {
            throw new JwtException(JwtException.Kind.INVALID, "jwt malformed");
        }
        JsonNode exp = object.path("exp");
        if (!exp.isMissingNode() && exp.asLong(0) + TOLERANCE.toSeconds() <= now.getEpochSecond()) {
            throw new JwtException(JwtException.Kind.EXPIRED, "jwt expired");
        }
        return object;
    }

    private static byte[] mac(String content, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decode(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
