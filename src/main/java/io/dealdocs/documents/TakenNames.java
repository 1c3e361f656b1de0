package io.dealdocs.documents;

import java.io.Serializable;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of a deal's files as far as a member saw them: enough to offer another one, not to forbid anything, since
 * Pipedrive lets files share a name.
 *
 * @param folded the names in lower case
 */
public record TakenNames(Set<String> folded) implements Serializable {

    /** Where nothing is known yet. */
    public static final TakenNames NONE = new TakenNames(Set.of());

    public TakenNames {
        folded = Set.copyOf(folded);
    }

    /** The names of these lines. */
    public static TakenNames of(Collection<DealFile> files) {
        return new TakenNames(files.stream().map(file -> fold(file.name())).collect(Collectors.toSet()));
    }

    /** The same and one more. */
    public TakenNames and(String name) {
        return new TakenNames(
                Stream.concat(folded.stream(), Stream.of(fold(name))).collect(Collectors.toSet()));
    }

    /** Whether a file has this name, with its extension, in whatever case. */
    public boolean contains(String name) {
        return folded.contains(fold(name));
    }

    /** Whether a new document of this title would get the name of another file. */
    public boolean contains(String title, DocumentKind kind) {
        return contains(nameOf(title, kind));
    }

    /** The title itself where no file has it, else with the first number in brackets that makes it the only one. */
    public String free(String title, DocumentKind kind) {
        String name = nameOf(title, kind);
        String bare = name.substring(0, name.length() - kind.extension().length() - 1);
        String free = title.strip();
        for (int number = 2; contains(free, kind); number++) {
            free = numbered(bare, " (" + number + ")", kind);
        }
        return free;
    }

    // Never longer than a name may be: what is too long by itself is told at its own place.
    private static String numbered(String title, String number, DocumentKind kind) {
        int room = DocumentName.MAX_LENGTH - number.length() - kind.extension().length() - 1;
        int length = Math.min(room, title.codePointCount(0, title.length()));
        return title.substring(0, title.offsetByCodePoints(0, length)) + number;
    }

    private static String nameOf(String title, DocumentKind kind) {
        String bare = title.strip();
        String extension = "." + kind.extension();
        return bare.toLowerCase(Locale.ROOT).endsWith(extension) ? bare : bare + extension;
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
