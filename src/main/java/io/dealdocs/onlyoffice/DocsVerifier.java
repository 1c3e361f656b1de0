package io.dealdocs.onlyoffice;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import io.dealdocs.shared.Secret;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Proves that one of a company's secrets signed a token; only then are its claims read. */
final class DocsVerifier {

    private static final double LEEWAY_SECONDS = 60;

    private final JsonMapper json;
    private final Clock clock;

    DocsVerifier(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** The claims of a token that is signed and of this time. */
    JsonNode verified(String token, Collection<Secret> secrets) throws InvalidDocsToken {
        var jws = parsed(token);
        if (secrets.stream().noneMatch(secret -> signs(secret, jws))) {
            throw new InvalidDocsToken("no known secret signed the token");
        }
        var claims = claims(jws.getPayload().toBytes());
        requireNow(claims);
        return claims;
    }

    /** The claims of a token that anybody may have made. */
    JsonNode unverified(String token) throws InvalidDocsToken {
        return claims(parsed(token).getPayload().toBytes());
    }

    /** When a token was signed, if it tells so and the moment has come. */
    Optional<Instant> signedAt(JsonNode claims) {
        var signed = claims.path("iat").isNumber() ? claims.path("iat").doubleValue() : -1;
        var possible = signed >= 0 && signed <= clock.millis() / 1000d + LEEWAY_SECONDS;
        return possible ? Optional.of(Instant.ofEpochSecond((long) signed)) : Optional.empty();
    }

    private static JWSObject parsed(String token) throws InvalidDocsToken {
        try {
            var jws = JWSObject.parse(token);
            var header = jws.getHeader();
            if (!JWSAlgorithm.HS256.equals(header.getAlgorithm())) {
                throw new InvalidDocsToken("the token is not signed with HS256");
            }
            if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
                throw new InvalidDocsToken("the token asks for an extension");
            }
            return jws;
        } catch (ParseException | IllegalArgumentException e) {
            throw new InvalidDocsToken("the token is not a signed JWT");
        }
    }

    private static boolean signs(Secret secret, JWSObject jws) {
        // Everybody can sign with an empty secret, so it proves nothing.
        if (secret.reveal().isEmpty()) {
            return false;
        }
        try {
            return jws.verify(new MACVerifier(HmacKey.of(secret)));
        } catch (JOSEException e) {
            return false;
        }
    }

    private JsonNode claims(byte[] payload) throws InvalidDocsToken {
        try {
            var claims = json.readTree(payload);
            if (claims.isObject()) {
                return claims;
            }
        } catch (JacksonException e) {
            throw new InvalidDocsToken("the token's claims are not JSON");
        }
        throw new InvalidDocsToken("the token's claims are not an object");
    }

    private void requireNow(JsonNode claims) throws InvalidDocsToken {
        var now = clock.millis() / 1000d;
        if (seconds(claims, "exp", Double.MAX_VALUE) + LEEWAY_SECONDS < now) {
            throw new InvalidDocsToken("the token has expired");
        }
        if (seconds(claims, "nbf", 0) - LEEWAY_SECONDS > now) {
            throw new InvalidDocsToken("the token is not valid yet");
        }
    }

    private static double seconds(JsonNode claims, String name, double absent) throws InvalidDocsToken {
        var value = claims.get(name);
        if (value == null) {
            return absent;
        }
        if (!value.isNumber()) {
            throw new InvalidDocsToken("the token's " + name + " is not a time");
        }
        return value.doubleValue();
    }
}
