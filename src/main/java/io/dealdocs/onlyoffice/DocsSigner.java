package io.dealdocs.onlyoffice;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import io.dealdocs.shared.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Signs claims for a Docs server as an HS256 token. */
final class DocsSigner {

    /** Written as a Docs server writes it, so that equal claims make equal tokens. */
    private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(JOSEObjectType.JWT)
            .parsedBase64URL(Base64URL.encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"))
            .build();

    private final JsonMapper json;
    private final Clock clock;

    DocsSigner(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Signs exactly these claims, with the time and the end of their life beside them. */
    String sign(Map<String, ?> claims, Secret secret, Duration life) {
        var now = clock.instant().getEpochSecond();
        var signed = new LinkedHashMap<String, Object>(claims);
        signed.put("iat", now);
        signed.put("exp", now + life.toSeconds());
        return token(json.writeValueAsBytes(signed), secret);
    }

    static String token(byte[] claims, Secret secret) {
        try {
            var jws = new JWSObject(HEADER, new Payload(claims));
            jws.sign(new MACSigner(HmacKey.of(secret)));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 is not available", e);
        }
    }
}
