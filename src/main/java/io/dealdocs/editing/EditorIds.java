package io.dealdocs.editing;

import io.dealdocs.installation.MasterKey;
import io.dealdocs.shared.MemberId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The names under which Docs servers know people: the same for the same person, and telling nothing about them. */
@Component
class EditorIds {

    private static final int BYTES = 16;
    private final SecretKey key;

    EditorIds(MasterKey master) {
        this.key = new SecretKeySpec(master.forPurpose("editor ids").getEncoded(), "HmacSHA256");
    }

    String of(MemberId member) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] digest = mac.doFinal(member.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HMAC is part of every JDK", missing);
        }
    }
}
