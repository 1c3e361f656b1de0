package io.dealdocs.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dealdocs.shared.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Secrets at rest: readable with the operator's key, at their own place, unchanged, and not otherwise. */
class SecretCipherTests {

    private static final String PLACE = "member_token/54321:1001/access";
    private static final Secret SECRET = new Secret("v1u:schön geheim");

    private final SecretCipher cipher = cipher("0123456789abcdef0123456789abcdef");

    @Test
    void givesBackWhatItWasGiven() {
        assertThat(cipher.decrypt(cipher.encrypt(SECRET, PLACE), cipher.keyId(), PLACE))
                .isEqualTo(SECRET);
    }

    @Test
    void neverLooksTheSameTwiceAndShowsNothing() {
        byte[] first = cipher.encrypt(SECRET, PLACE);

        assertThat(first).isNotEqualTo(cipher.encrypt(SECRET, PLACE));
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("v1u", "geheim");
    }

    @Test
    void refusesASecretThatWasMovedToAnotherPlace() {
        byte[] stored = cipher.encrypt(SECRET, PLACE);

        assertThatThrownBy(() -> cipher.decrypt(stored, cipher.keyId(), "member_token/54322:1000/access"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("v1u");
    }

    @Test
    void refusesEveryChangedByte() {
        byte[] stored = cipher.encrypt(SECRET, PLACE);
        for (int i = 0; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> cipher.decrypt(changed, cipher.keyId(), PLACE))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void tellsThatAnotherKeyEncrypted() {
        SecretCipher other = cipher("another-key-another-key-another!");
        byte[] stored = cipher.encrypt(SECRET, PLACE);

        assertThat(other.keyId()).isNotEqualTo(cipher.keyId());
        assertThatThrownBy(() -> other.decrypt(stored, cipher.keyId(), PLACE))
                .hasMessageContaining("DEALDOCS_ENCRYPTION_KEY");
        assertThatThrownBy(() -> other.decrypt(stored, other.keyId(), PLACE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givesEachPurposeAKeyOfItsOwn() {
        MasterKey master = new MasterKey(properties("0123456789abcdef0123456789abcdef"));

        assertThat(master.forPurpose("one").getEncoded())
                .hasSize(32)
                .isEqualTo(master.forPurpose("one").getEncoded())
                .isNotEqualTo(master.forPurpose("two").getEncoded());
    }

    private static SecretCipher cipher(String key) {
        return new SecretCipher(new MasterKey(properties(key)));
    }

    private static InstallationProperties properties(String key) {
        return new InstallationProperties(
                URI.create("https://docs.example"),
                Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII)),
                URI.create("https://source.example"));
    }
}
