package io.dealdocs.installation;

import io.dealdocs.shared.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/** Encrypts secrets for the database with AES-GCM, and binds each to the place it is kept in. */
@Component
public class SecretCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;
    private final String keyId;

    SecretCipher(MasterKey master) {
        this.key = master.forPurpose("secrets at rest");
        this.keyId = fingerprint(key);
    }

    /** Names the key that encrypts now; stored beside every ciphertext. */
    public String keyId() {
        return keyId;
    }

    /**
     * Encrypts for one place.
     *
     * @param place where it is stored, such as {@code member_token/54321:1001/refresh}; decrypts nowhere else
     */
    public byte[] encrypt(Secret secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, place, secret.reveal().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Decrypts what was encrypted for this place; anything else is an error, never an empty secret. */
    public Secret decrypt(byte[] stored, String keyIdOfStored, String place) {
        if (!keyIdOfStored.equals(keyId)) {
            throw new IllegalStateException("stored secrets were encrypted with another DEALDOCS_ENCRYPTION_KEY");
        }
        byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(stored, NONCE_BYTES, stored.length);
        return new Secret(new String(run(Cipher.DECRYPT_MODE, nonce, place, sealed), StandardCharsets.UTF_8));
    }

    private byte[] run(int mode, byte[] nonce, String place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException tampered) {
            throw new IllegalStateException("a stored secret cannot be decrypted: " + place, tampered);
        }
    }

    private static String fingerprint(SecretKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-256 is part of every JDK", missing);
        }
    }
}
