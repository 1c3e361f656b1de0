package io.dealdocs.documents;

import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.util.Locale;

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
        String extension = "." + kind.extension();
        String bare = title.strip();
        boolean typed = bare.toLowerCase(Locale.ROOT).endsWith(extension);
        return of(typed ? bare : bare + extension);
    }

    private static boolean forbidden(int character) {
        return character == '/' || character == '\\' || Character.isISOControl(character);
    }
}
