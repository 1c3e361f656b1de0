package io.dealdocs.attack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.ObjectMapper;

/** Makes tokens, right ones and such as no honest library makes. */
final class Forger {

    static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Forger() {}

    static Map<String, Object> claims(Object... namesAndValues) {
        Map<String, Object> claims = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            claims.put(Objects.toString(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return claims;
    }

    /** The same claims with one more, or another one. */
    static Map<String, Object> with(Map<String, ?> claims, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(name, value);
        return changed;
    }

    static Map<String, Object> without(Map<String, ?> claims, String name) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.remove(name);
        return changed;
    }

    /** Claims that are good for five minutes. */
    static Map<String, Object> timely(Map<String, ?> claims) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> timed = new LinkedHashMap<>(claims);
        timed.putIfAbsent("iat", now);
        timed.putIfAbsent("exp", now + 300);
        return timed;
    }

    static String hs256(Map<String, ?> claims, String secret) {
        return hmac(HEADER, JSON.writeValueAsString(claims), "HmacSHA256", secret);
    }

    static String hmac(String header, String payload, String algorithm, String secret) {
        String signed = encode(header) + "." + encode(payload);
        try {
            Mac mac = Mac.getInstance(algorithm);
            byte[] key = secret.getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return signed + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A token that nobody signed. */
    static String unsigned(String algorithm, Map<String, ?> claims) {
        return encode("{\"alg\":\"" + algorithm + "\"}") + "." + encode(JSON.writeValueAsString(claims)) + ".";
    }

    /** A token signed with a key of the forger's own. */
    static String rs256(Map<String, ?> claims) {
        String signed = encode("{\"alg\":\"RS256\"}") + "." + encode(JSON.writeValueAsString(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(
                    KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A token with one of its three parts taken from another. */
    static String mixed(String token, int part, String other) {
        String[] parts = token.split("\\.", -1);
        parts[part] = other.split("\\.", -1)[part];
        return String.join(".", Arrays.asList(parts));
    }

    /** A token with another claim under the old signature. */
    static String tampered(String token, String name, Object value) {
        String[] parts = token.split("\\.", -1);
        Map<String, Object> claims = read(token);
        claims.put(name, value);
        return parts[0] + "." + encode(JSON.writeValueAsString(claims)) + "." + parts[2];
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JSON.readValue(payload, LinkedHashMap.class);
    }

    /** One claim of a token, as text. */
    static String claim(String token, String name) {
        return Objects.toString(read(token).get(name), "");
    }

    static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
