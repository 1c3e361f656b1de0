package io.dealdocs.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that must never be printed: tokens and shared secrets. Compared in constant time. */
public record Secret(String reveal) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret(String text)
                && MessageDigest.isEqual(
                        reveal.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return reveal.hashCode();
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
