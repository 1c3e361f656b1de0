package io.dealdocs.sandbox.docs.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;

/** Opens files by their type. */
public final class Contents {

    private static final Set<String> WORD = Set.of("docx", "docm", "dotx", "dotm");
    private static final Set<String> CELL = Set.of("xlsx", "xlsm", "xltx", "xltm");
    private static final Set<String> SLIDE = Set.of("pptx", "pptm", "potx", "potm", "ppsx", "ppsm");

    private Contents() {}

    /**
     * Reads a file's text.
     *
     * @param fileType the extension it came with
     * @throws UnreadableFileException when the bytes are something else than the type says
     */
    public static Content read(Path file, String fileType) throws IOException, UnreadableFileException {
        String type = fileType.toLowerCase(Locale.ROOT);
        if (!WORD.contains(type) && !CELL.contains(type) && !SLIDE.contains(type)) {
            return PlainContent.read(file, type);
        }
        try (OfficePackage office = new OfficePackage(file)) {
            String main = Relations.of(office, "").byType("officeDocument");
            return read(office, main, type);
        } catch (ZipException e) {
            throw new UnreadableFileException("This is no " + type + " file", e);
        }
    }

    /** Fills a file with an empty document of its type; other types stay as they are. */
    public static void blank(Path file, String fileType) throws IOException {
        Blank.write(file, fileType.toLowerCase(Locale.ROOT));
    }

    private static Content read(OfficePackage office, String main, String type)
            throws IOException, UnreadableFileException {
        String xml = office.text(main);
        String root = root(xml);
        if (WORD.contains(type) && root.equals("document")) {
            return FlowContent.read(main, xml);
        }
        if (CELL.contains(type) && root.equals("workbook")) {
            return GridContent.read(office, main, xml);
        }
        if (SLIDE.contains(type) && root.equals("presentation")) {
            return DeckContent.read(office, main, xml);
        }
        throw new UnreadableFileException("The content is not what " + type + " says");
    }

    private static String root(String xml) {
        XmlCursor cursor = new XmlCursor(xml);
        while (cursor.next()) {
            if (cursor.kind() == XmlCursor.Kind.START) {
                return cursor.local();
            }
        }
        return "";
    }
}
