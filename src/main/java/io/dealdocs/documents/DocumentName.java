package io.dealdocs.documents;

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
        String extension = "." + kind.extension();
        String bare = title.strip();
        boolean typed = bare.toLowerCase(Locale.ROOT).endsWith(extension);
        return of(typed ? bare : bare + extension);
    }

    /** Another title for a name whose extension stays, since it tells what the content is. */
    static DocumentName renamed(String current, String title) {
        if (title.isBlank()) {
            throw new Refusal(Reason.NAME_EMPTY);
        }
        int dot = current.lastIndexOf('.');
        String extension = dot < 0 ? "" : current.substring(dot);
        String bare = title.strip();
        boolean typed = bare.toLowerCase(Locale.ROOT).endsWith(extension.toLowerCase(Locale.ROOT));
        return of(typed ? bare : bare + extension);
    }

    /**
     * The name of a file that one version of a document is saved as.
     *
     * @param otherFormat the extension, where it is not the document's
     */
    static DocumentName ofVersion(String document, int number, Optional<String> otherFormat, Locale language) {
        int dot = document.lastIndexOf('.');
        String extension = otherFormat.map(other -> "." + other).orElse(dot < 0 ? "" : document.substring(dot));
        String word = language.getLanguage().equals("pt") ? "versão" : "version";
        String ending = " (" + word + " " + number + ")" + extension;
        String title = dot < 0 ? document : document.substring(0, dot);
        int room = MAX_LENGTH - ending.codePointCount(0, ending.length());
        int length = Math.min(room, title.codePointCount(0, title.length()));
        return of(title.substring(0, title.offsetByCodePoints(0, length)) + ending);
    }

    private static boolean forbidden(int character) {
        return character == '/' || character == '\\' || Character.isISOControl(character);
    }
}
