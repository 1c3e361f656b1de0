package io.dealdocs.onlyoffice;

import io.dealdocs.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Turns the secret that an administrator chose into an HS256 key of a length that the JWT library accepts. */
final class HmacKey {

    private static final int LEAST = 32;

    private HmacKey() {}

    /** HMAC itself fills a short key with zero bytes, so filling it up beforehand gives the identical signature. */
    static byte[] of(Secret secret) {
        var bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        return bytes.length < LEAST ? Arrays.copyOf(bytes, LEAST) : bytes;
    }
}
