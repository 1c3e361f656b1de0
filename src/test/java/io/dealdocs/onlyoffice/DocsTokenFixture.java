package io.dealdocs.onlyoffice;

import io.dealdocs.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The token verifier under test at a fixed time, and short ways to ask it. */
final class DocsTokenFixture {

    static final String SECRET = "a secret that the company and its Docs server share";
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final DocsTokens TOKENS = new NimbusDocsTokens(new DocsVerifier(JSON, CLOCK));

    private DocsTokenFixture() {}

    static Callback inBody(String claims) throws InvalidDocsToken {
        return callback(HandMadeTokens.hs256(claims, SECRET), null);
    }

    static Callback inHeader(String claims) throws InvalidDocsToken {
        return callback(null, "Bearer " + HandMadeTokens.hs256(claims, SECRET));
    }

    static Callback callback(@Nullable String bodyToken, @Nullable String header) throws InvalidDocsToken {
        return TOKENS.callback(body(bodyToken), header, List.of(new Secret(SECRET)))
                .callback();
    }

    static byte[] body(@Nullable String token) {
        var text = token == null
                ? "{\"key\":\"plain\",\"status\":4}"
                : "{\"key\":\"plain\",\"status\":4,\"history\":{\"changes\":[{\"token\":\"no\"}]},\"token\":\"" + token
                        + "\",\"users\":[]}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static long at(long secondsFromNow) {
        return NOW.getEpochSecond() + secondsFromNow;
    }
}
