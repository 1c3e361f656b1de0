package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.dealdocs.access.CurrentMember;
import io.dealdocs.access.SignIn;
import io.dealdocs.access.SignIn.Outcome;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.Switch;
import io.dealdocs.shared.MemberId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whom a framed page belongs to, told by the token Pipedrive signs. */
class PanelSignInTests extends WholeApplication {

    private static final String SECRET = "sandbox-extension-secret-of-32-bytes-or-more";

    @Autowired
    private SignIn signIn;

    @BeforeEach
    void connect() {
        Consent.give(app(), pipedrive(), PipedriveSandbox.GLOBEX, 1000);
        Consent.give(app(), pipedrive(), PipedriveSandbox.ACME, 1001);
    }

    @AfterEach
    void clear() {
        pipedrive().faults().clear();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aGenuineTokenIsWelcome(boolean idsAreStrings) {
        pipedrive().faults().set(Switch.TOKEN_IDS_ARE_STRINGS, idsAreStrings);

        assertThat(welcome(pipedrive().frameToken(PipedriveSandbox.GLOBEX, 1000)))
                .satisfies(gina -> {
                    assertThat(gina.id()).isEqualTo(MemberId.of(PipedriveSandbox.GLOBEX, 1000));
                    assertThat(gina.name()).isEqualTo("Gina Reis");
                    assertThat(gina.companyName()).isEqualTo("Globex");
                    assertThat(gina.locale()).hasToString("pt_BR");
                    assertThat(gina.admin()).isFalse();
                });
        assertThat(welcome(pipedrive().frameToken(PipedriveSandbox.ACME, 1001)).admin())
                .isTrue();
    }

    @Test
    void nothingOfItStaysBehindInTheThreadsSession() {
        welcome(pipedrive().frameToken(PipedriveSandbox.ACME, 1001));

        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        assertThat(signIn.bySession()).isEmpty();
    }

    @Test
    void anOldTokenIsToBeRenewed() throws Exception {
        assertThat(signIn.byPanelToken(signed(SECRET, JWSAlgorithm.HS256, 54321, 1001, -31)))
                .isInstanceOf(Outcome.TokenExpired.class);
        assertThat(signIn.byPanelToken(signed(SECRET, JWSAlgorithm.HS256, 54321, 1001, -20)))
                .isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void aForgedTokenIsRefusedWhateverItSays() throws Exception {
        String good = pipedrive().frameToken(PipedriveSandbox.ACME, 1001);
        String foreign = pipedrive().frameToken(PipedriveSandbox.GLOBEX, 1000);
        String[] parts = good.split("\\.", -1);
        JWTClaimsSet claims = SignedJWT.parse(good).getJWTClaimsSet();

        assertRefused(signed("another-secret-of-32-bytes-or-more", JWSAlgorithm.HS256, 54321, 1001, 60));
        assertRefused(signed("another-secret-of-32-bytes-or-more", JWSAlgorithm.HS256, 54321, 1001, -600));
        assertRefused(signed("sandbox-client-secret", JWSAlgorithm.HS256, 54321, 1001, 60));
        assertRefused(signed(SECRET, JWSAlgorithm.HS384, 54321, 1001, 60));
        assertRefused(new PlainJWT(claims).serialize());
        assertRefused(parts[0] + "." + foreign.split("\\.", -1)[1] + "." + parts[2]);
        assertRefused(parts[0] + "." + parts[1] + ".");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "x", "a.b.c", "..."})
    void noTokenIsRefused(@Nullable String token) {
        assertRefused(token);
    }

    @Test
    void whoNeverInstalledIsAskedToConnect() throws Exception {
        assertThat(signIn.byPanelToken(pipedrive().frameToken(PipedriveSandbox.ACME, 1005)))
                .isInstanceOf(Outcome.NotConnected.class);
        assertThat(signIn.byPanelToken(signed(SECRET, JWSAlgorithm.HS256, 4711, 1001, 60)))
                .isInstanceOf(Outcome.NotConnected.class);
    }

    @Test
    void whoLeftIsAskedToConnectAgainWithoutARefusedToken() {
        String token = pipedrive().frameToken(PipedriveSandbox.GLOBEX, 1000);
        pipedrive().uninstall(PipedriveSandbox.GLOBEX, 1000);

        assertThat(signIn.byPanelToken(token)).isInstanceOf(Outcome.NotConnected.class);
    }

    private CurrentMember welcome(String token) {
        Outcome outcome = signIn.byPanelToken(token);
        assertThat(outcome).isInstanceOf(Outcome.Welcome.class);
        return ((Outcome.Welcome) outcome).member();
    }

    private void assertRefused(@Nullable String token) {
        assertThat(signIn.byPanelToken(token)).isInstanceOf(Outcome.TokenRefused.class);
    }

    private static String signed(String secret, JWSAlgorithm algorithm, long company, long user, long secondsLeft)
            throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .claim("companyId", company)
                .claim("userId", user)
                .expirationTime(Date.from(Instant.now().plusSeconds(secondsLeft)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        token.sign(new MACSigner(Arrays.copyOf(key, Math.max(64, key.length))));
        return token.serialize();
    }
}
