package io.dealdocs.pipedrive;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.dealdocs.shared.MemberId;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Panel tokens checked with Nimbus JOSE (pipedrive contract, section 2.3). */
final class NimbusPanelTokens implements PanelTokens {

    private static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final int LONGEST = 8192;
    private static final int SHORTEST_KEY = 32;

    private final byte[] secret;
    private final Clock clock;

    NimbusPanelTokens(PipedriveProperties properties, Clock clock) {
        String own = properties.extensionSecret();
        this.secret = (own.isEmpty() ? properties.clientSecret() : own).getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    @Override
    public PanelToken verify(String token) throws InvalidPanelToken {
        PanelToken read = read(signed(token));
        if (clock.instant().isAfter(read.expiresAt().plus(LEEWAY))) {
            throw new InvalidPanelToken(InvalidPanelToken.Reason.EXPIRED);
        }
        return read;
    }

    /** The token, once its signature has been found to be ours. */
    private SignedJWT signed(String token) throws InvalidPanelToken {
        if (token.length() > LONGEST || secret.length == 0) {
            throw forged();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier())) {
                throw forged();
            }
            return jwt;
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw forged();
        }
    }

    /** HMAC itself fills short keys up with zeros; Nimbus only wants to see them. */
    private JWSVerifier verifier() throws JOSEException {
        return new MACVerifier(Arrays.copyOf(secret, Math.max(SHORTEST_KEY, secret.length)));
    }

    private static PanelToken read(SignedJWT jwt) throws InvalidPanelToken {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Date expiry = claims.getExpirationTime();
            if (expiry == null) {
                throw forged();
            }
            MemberId member = MemberId.of(id(claims.getClaim("companyId")), id(claims.getClaim("userId")));
            return new PanelToken(member, expiry.toInstant());
        } catch (ParseException e) {
            throw forged();
        }
    }

    private static long id(@Nullable Object claim) throws InvalidPanelToken {
        boolean readable = claim instanceof Long || claim instanceof Integer || claim instanceof String;
        if (!readable || !String.valueOf(claim).matches("[1-9][0-9]{0,17}")) {
            throw forged();
        }
        return Long.parseLong(String.valueOf(claim));
    }

    private static InvalidPanelToken forged() {
        return new InvalidPanelToken(InvalidPanelToken.Reason.FORGED);
    }
}
