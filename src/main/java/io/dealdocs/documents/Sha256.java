package io.dealdocs.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that every content is known by. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is part of every JDK", missing);
        }
    }
}
