package io.dealdocs.sandbox.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The tokens of the sandbox are those the documentation shows, and nothing else is taken for one. */
class JwtTests {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"c":"version"} | eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjIjoidmVyc2lvbiJ9.b3Y65zIpPqz4sifvSon4bq4n5Pv8GWLpdsk01RuCUCk
            {"payload":{"c":"version"}} | eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJwYXlsb2FkIjp7ImMiOiJ2ZXJzaW9uIn19.RH9FZrbnolP6Lau-aSujrd8ndIEAMkkrhm_S4U7RrBM
            {"key":"K1","status":4} | eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJrZXkiOiJLMSIsInN0YXR1cyI6NH0.VIVnBAqbluwp5F--vnXKhkTNn3o1_KoCQbvYpWMM8JM
            """)
    void signsTheKnownVectors(String payload, String token) throws JwtException {
        ObjectNode claims = (ObjectNode) Json.read(payload);
        assertThat(Jwt.sign(claims, "short-secret")).isEqualTo(token);
        assertThat(Jwt.verify(token, "short-secret", NOW)).isEqualTo(claims);
    }

    @Test
    void toleratesAMinuteOfAgeAndNotMore() throws JwtException {
        String token = Jwt.sign(Json.object().put("exp", NOW.getEpochSecond() - 59), "secret");
        assertThat(Jwt.verify(token, "secret", NOW).has("exp")).isTrue();
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> Jwt.verify(token, "secret", NOW.plusSeconds(2)))
                .matches(e -> e.kind() == JwtException.Kind.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING",
        "abc, INVALID",
        "eyJhbGciOiJub25lIn0.e30., INVALID",
        "eyJhbGciOiJIUzI1NiJ9.e30.AAAA, INVALID",
        "eyJhbGciOiJIUzI1NiJ9.e30.***, INVALID"
    })
    void refusesWhatItDidNotSign(String token, JwtException.Kind kind) {
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> Jwt.verify(token, "secret", NOW))
                .matches(e -> e.kind() == kind);
    }
}
