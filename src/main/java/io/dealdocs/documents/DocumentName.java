package io.dealdocs.documents;

import io.dealdocs.shared.FileName;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.util.Locale;
import java.util.Optional;

/** A file's visible name with its extension, checked. */
record DocumentName(String value) {

    static final int MAX_LENGTH = 190;

    /**
     * Checks a name from outside.
     *
     * @throws Refusal that says what is wrong with it
     */
    static DocumentName of(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.lastIndexOf('.') == 0) {
            throw new Refusal(Reason.NAME_EMPTY);
        }
        if (trimmed.codePointCount(0, trimmed.length()) > MAX_LENGTH) {
            throw new Refusal(Reason.NAME_TOO_LONG, MAX_LENGTH);
        }
        if (trimmed.codePoints().anyMatch(DocumentName::forbidden)) {
            throw new Refusal(Reason.NAME_FORBIDDEN);
        }
        return new DocumentName(trimmed);
    }

    /** A title with the extension of its kind, which a person may have typed as well. */
    static DocumentName titled(String title, DocumentKind kind) {
        if (title.isBlank()) {
            throw new Refusal(Reason.NAME_EMPTY);
        }
        return of(withExtension(title, "." + kind.extension()));
    }

    /** A title with an extension, which a person may have typed as well. */
    static String withExtension(String title, String extension) {
        String bare = title.strip();
        boolean typed = bare.toLowerCase(Locale.ROOT).endsWith(extension.toLowerCase(Locale.ROOT));
        return typed ? bare : bare + extension;
    }

    /** Another title for a name whose extension stays, since it tells what the content is. */
    static DocumentName renamed(String current, String title) {
        if (title.isBlank()) {
            throw new Refusal(Reason.NAME_EMPTY);
        }
        return of(withExtension(title, FileName.of(current).extension()));
    }

    /**
     * The name of a file that one version of a document is saved as.
     *
     * @param otherFormat the extension, where it is not the document's
     */
    static DocumentName ofVersion(String document, int number, Optional<String> otherFormat, Locale language) {
        FileName name = FileName.of(document);
        String word = language.getLanguage().equals("pt") ? "versão" : "version";
        String extension = otherFormat.map(other -> "." + other).orElse(name.extension());
        return of(fitted(name.title(), " (" + word + " " + number + ")" + extension));
    }

    /** A title, shortened where it must be, with what always stands behind it: never longer than a name may be. */
    static String fitted(String title, String ending) {
        int room = MAX_LENGTH - ending.codePointCount(0, ending.length());
        int length = Math.min(room, title.codePointCount(0, title.length()));
        return title.substring(0, title.offsetByCodePoints(0, length)) + ending;
    }

    private static boolean forbidden(int character) {
        return character == '/' || character == '\\' || Character.isISOControl(character);
    }
}
