package io.dealdocs.installation;

import java.net.URI;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about this installation.
 *
 * @param publicUrl how browsers, Pipedrive and Docs servers reach us; no trailing slash
 * @param encryptionKey base64 of 32 bytes; everything secret at rest is encrypted with it
 * @param sourceUrl where the source of the running version is offered (AGPL-3.0, section 13)
 */
@ConfigurationProperties("dealdocs")
public record InstallationProperties(
        URI publicUrl,
        String encryptionKey,

        @DefaultValue("https://github.com/dealdocs/dealdocs")
        URI sourceUrl) {

    private static final int KEY_BYTES = 32;

    public InstallationProperties {
        if (publicUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("DEALDOCS_PUBLIC_URL must not end with a slash");
        }
        if (decoded(encryptionKey).length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "DEALDOCS_ENCRYPTION_KEY must be the base64 of exactly 32 bytes; make one"
                            + " with: openssl rand -base64 32");
        }
    }

    byte[] keyBytes() {
        return decoded(encryptionKey);
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** An address of ours as the outside world calls it. */
    public URI address(String path) {
        return URI.create(publicUrl + path);
    }

    @Override
    public String toString() {
        return "InstallationProperties[publicUrl=" + publicUrl + "]";
    }
}
