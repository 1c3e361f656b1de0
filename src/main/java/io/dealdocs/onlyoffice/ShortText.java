package io.dealdocs.onlyoffice;

/** Cuts texts to the 128 characters that an editor config may hold. */
final class ShortText {

    private static final int LONGEST = 128;
    private static final int LONGEST_EXTENSION = 16;

    private ShortText() {}

    /** A text, cut at its end. */
    static String text(String text) {
        return cut(text, LONGEST);
    }

    /** A file name, cut before its extension, which the editor needs. */
    static String name(String name) {
        var dot = name.lastIndexOf('.');
        var extension = dot < 0 || name.length() - dot > LONGEST_EXTENSION ? "" : name.substring(dot);
        var stem = name.substring(0, name.length() - extension.length());
        return cut(stem, LONGEST - extension.length()) + extension;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        // Half of a surrogate pair would not survive the way through JSON.
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
