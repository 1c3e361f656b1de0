package io.dealdocs.documents;

import io.dealdocs.shared.FileName;
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
        FileName name = FileName.of(nameOf(title, kind));
        String free = title.strip();
        for (int number = 2; contains(free, kind); number++) {
            String whole = DocumentName.fitted(name.title(), " (" + number + ")" + name.extension());
            free = FileName.of(whole).title();
        }
        return free;
    }

    private static String nameOf(String title, DocumentKind kind) {
        return DocumentName.withExtension(title, "." + kind.extension());
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
