package io.dealdocs.shared;

/**
 * A file's name in its two parts.
 *
 * @param title what stands before the last dot
 * @param extension the last dot and what follows it, or empty
 */
public record FileName(String title, String extension) {

    /** Takes a name apart. */
    public static FileName of(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? new FileName(name, "") : new FileName(name.substring(0, dot), name.substring(dot));
    }
}
