package io.dealdocs.installation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/** Derives one key per purpose from the operator's key, so that no two purposes share one. */
@Component
public class MasterKey {

    private final byte[] master;

    MasterKey(InstallationProperties properties) {
        this.master = properties.keyBytes();
    }

    /** A key of 32 bytes that serves this purpose only. */
    public SecretKey forPurpose(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(master)
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), master.length));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HKDF is part of every supported JDK", missing);
        }
    }
}
