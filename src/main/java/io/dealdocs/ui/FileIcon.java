package io.dealdocs.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Set;

/** A sheet of paper with a file's extension on it, in the colour of its kind. */
public final class FileIcon extends Span {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 4;
    private static final Set<String> WORD = Set.of(
            "doc", "docx", "docm", "dot", "dotx", "dotm", "odt", "ott", "fodt", "rtf", "txt", "html", "htm", "mht",
            "epub", "fb2", "xml", "md");
    private static final Set<String> CELL =
            Set.of("xls", "xlsx", "xlsm", "xlsb", "xlt", "xltx", "xltm", "ods", "ots", "fods", "csv");
    private static final Set<String> SLIDE =
            Set.of("ppt", "pptx", "pptm", "pps", "ppsx", "ppsm", "pot", "potx", "potm", "odp", "otp", "fodp");
    private static final Set<String> PRINT = Set.of("pdf", "djvu", "xps", "oxps");

    public FileIcon(String extension) {
        super(label(extension));
        addClassNames("dd-file", "dd-file-" + family(extension));
        getElement().setAttribute("aria-hidden", "true");
    }

    /** The extension of a name, in lower case and without the dot; empty where there is none. */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** What is written on the sheet. */
    public static String label(String extension) {
        return extension.length() > LONGEST ? "" : extension.toUpperCase(Locale.ROOT);
    }

    /** The kind that gives the sheet its colour: word, cell, slide, print or other. */
    public static String family(String extension) {
        if (WORD.contains(extension)) {
            return "word";
        }
        if (CELL.contains(extension)) {
            return "cell";
        }
        if (SLIDE.contains(extension)) {
            return "slide";
        }
        return PRINT.contains(extension) ? "print" : "other";
    }
}
