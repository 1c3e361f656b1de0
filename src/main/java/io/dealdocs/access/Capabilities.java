package io.dealdocs.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.dealdocs.installation.MasterKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Addresses that carry their own right: signed by us for one purpose, and refused for any other. The key of a purpose
 * is of no use for another one.
 */
@Component
public class Capabilities {

    /** What a capability is good for. */
    public enum Purpose {
        /** A Docs server fetches a document's content. */
        CONTENT,
        /** A Docs server reports about a session. */
        CALLBACK,
        /** A browser downloads a file. */
        DOWNLOAD
    }

    private final MasterKey master;
    private final Clock clock;

    Capabilities(MasterKey master, Clock clock) {
        this.master = master;
        this.clock = clock;
    }

    /**
     * Signs claims for one purpose.
     *
     * @param life how long it is good, or empty for as long as what it names is alive
     */
    public String issue(Purpose purpose, Map<String, String> claims, Optional<Duration> life) {
        JWTClaimsSet.Builder payload = new JWTClaimsSet.Builder().audience(purpose.name());
        claims.forEach(payload::claim);
        life.ifPresent(it -> payload.expirationTime(Date.from(clock.instant().plus(it))));
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), payload.build());
        try {
            token.sign(new MACSigner(key(purpose)));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a key of 32 bytes signs HS256", impossible);
        }
        return token.serialize();
    }

    /** The claims of a capability that we signed for this purpose and that is still good; else nothing. */
    public Optional<Map<String, String>> verify(Purpose purpose, String capability) {
        try {
            SignedJWT token = SignedJWT.parse(capability);
            boolean ours = JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm())
                    && token.verify(new MACVerifier(key(purpose)));
            return ours ? claims(purpose, token.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }

    private Optional<Map<String, String>> claims(Purpose purpose, JWTClaimsSet payload) {
        Date expires = payload.getExpirationTime();
        boolean good = List.of(purpose.name()).equals(payload.getAudience())
                && (expires == null || clock.instant().isBefore(expires.toInstant()));
        if (!good) {
            return Optional.empty();
        }
        Map<String, String> claims = new HashMap<>();
        payload.getClaims().forEach((name, value) -> {
            if (value instanceof String text) {
                claims.put(name, text);
            }
        });
        return Optional.of(claims);
    }

    private SecretKey key(Purpose purpose) {
        return master.forPurpose("capability " + purpose.name());
    }
}
