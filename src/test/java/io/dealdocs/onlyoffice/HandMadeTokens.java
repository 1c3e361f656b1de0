package io.dealdocs.onlyoffice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens with nothing but the JDK, good ones and bad ones. */
final class HandMadeTokens {

    private HandMadeTokens() {}

    static String hs256(String claims, String secret) {
        return token("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims, "HmacSHA256", secret);
    }

    static String token(String header, String claims, String algorithm, String secret) {
        var signed =
                base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(mac(algorithm, secret, signed));
    }

    static byte[] mac(String algorithm, String secret, String signed) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The claims of a token as JSON text, unverified. */
    static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }
}
