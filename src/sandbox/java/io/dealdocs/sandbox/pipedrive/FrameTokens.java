package io.dealdocs.sandbox.pipedrive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The signed tokens that frames get (pipedrive contract, section 2.3). */
final class FrameTokens {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final World world;

    FrameTokens(World world) {
        this.world = world;
    }

    String sign(Member member) {
        String signed = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims(member));
        byte[] key = world.app().extensionSecret().getBytes(StandardCharsets.UTF_8);
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.hmac(key, signed));
    }

    private String claims(Member member) {
        long issued = world.clock().instant().getEpochSecond();
        var claims = Json.object();
        if (world.faults().is(Switch.TOKEN_IDS_ARE_STRINGS)) {
            claims.put("userId", Long.toString(member.userId())).put("companyId", Long.toString(member.companyId()));
        } else {
            claims.put("userId", member.userId()).put("companyId", member.companyId());
        }
        return Json.text(claims.put("iat", issued).put("exp", issued + LIFE.toSeconds()));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
