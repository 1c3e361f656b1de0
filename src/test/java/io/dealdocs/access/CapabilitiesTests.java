package io.dealdocs.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.dealdocs.WholeApplication;
import io.dealdocs.access.Capabilities.Purpose;
import io.dealdocs.installation.MasterKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Signed addresses: for one purpose, for their time, and for what we wrote into them. */
class CapabilitiesTests extends WholeApplication {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Map<String, String> CLAIMS = Map.of("document", "d1", "company", "54321");

    @Autowired
    private MasterKey master;

    @ParameterizedTest
    @EnumSource
    void isGoodForItsPurposeAndForNoOther(Purpose purpose) {
        String capability = at(NOW).issue(purpose, CLAIMS, Optional.empty());

        for (Purpose asked : Purpose.values()) {
            Optional<Map<String, String>> read = at(NOW).verify(asked, capability);
            if (asked == purpose) {
                assertThat(read).contains(CLAIMS);
            } else {
                assertThat(read).isEmpty();
            }
        }
    }

    @Test
    void theKeyOfAPurposeSignsNothingForAnother() throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience("CONTENT")
                .claim("document", "d1")
                .build();
        byte[] key = master.forPurpose("capability CALLBACK").getEncoded();
        String token = signed(JWSAlgorithm.HS256, claims, key);

        assertThat(at(NOW).verify(Purpose.CONTENT, token)).isEmpty();
        assertThat(at(NOW).verify(Purpose.CALLBACK, token)).isEmpty();
    }

    @Test
    void endsWithItsLife() {
        String capability = at(NOW).issue(Purpose.DOWNLOAD, CLAIMS, Optional.of(Duration.ofMinutes(5)));

        assertThat(at(NOW.plusSeconds(299)).verify(Purpose.DOWNLOAD, capability))
                .contains(CLAIMS);
        assertThat(at(NOW.plusSeconds(300)).verify(Purpose.DOWNLOAD, capability))
                .isEmpty();
    }

    @Test
    void lastsWhereItHasNoLifeOfItsOwn() {
        String capability = at(NOW).issue(Purpose.CALLBACK, CLAIMS, Optional.empty());

        assertThat(at(NOW.plus(Duration.ofDays(3650))).verify(Purpose.CALLBACK, capability))
                .contains(CLAIMS);
    }

    @Test
    void noChangedCharacterIsOverlooked() {
        String capability = at(NOW).issue(Purpose.CONTENT, CLAIMS, Optional.empty());
        // The last one of a part may carry unused bits only.
        for (int i = 0; i < capability.length() - 1; i++) {
            char changed = capability.charAt(i) == 'A' ? 'B' : 'A';
            String forged = capability.substring(0, i) + changed + capability.substring(i + 1);
            assertThat(at(NOW).verify(Purpose.CONTENT, forged)).as(forged).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "null", "eyJhbGciOiJIUzI1NiJ9..", "{}", "ä"})
    void garbageIsNoCapability(String garbage) {
        assertThat(at(NOW).verify(Purpose.CONTENT, garbage)).isEmpty();
    }

    @Test
    void acceptsNoOtherAlgorithmAndNoOtherKey() throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().audience("CONTENT").build();
        byte[] key = master.forPurpose("capability CONTENT").getEncoded();
        byte[] longer = Arrays.copyOf(key, 64);
        longer[63] = 1;

        assertThat(at(NOW).verify(Purpose.CONTENT, new PlainJWT(claims).serialize()))
                .isEmpty();
        assertThat(at(NOW).verify(Purpose.CONTENT, signed(JWSAlgorithm.HS256, claims, longer)))
                .isEmpty();
        assertThat(at(NOW).verify(Purpose.CONTENT, signed(JWSAlgorithm.HS512, claims, Arrays.copyOf(key, 64))))
                .isEmpty();
        assertThat(at(NOW).verify(Purpose.CONTENT, signed(JWSAlgorithm.HS256, claims, key)))
                .isPresent();
    }

    private static String signed(JWSAlgorithm algorithm, JWTClaimsSet claims, byte[] key) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private Capabilities at(Instant now) {
        return new Capabilities(master, Clock.fixed(now, ZoneOffset.UTC));
    }
}
