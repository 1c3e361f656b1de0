package io.dealdocs.sandbox.docs.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;

/** A file that is only shown: its lines where it has text, else nothing but that it is there. */
final class PlainContent implements Content {

    private static final Set<String> TEXT = Set.of("txt", "csv", "xml", "md");
    private static final Set<String> OPEN_DOCUMENT = Set.of("odt", "ods", "odp", "ott", "ots", "otp");
    private static final int SHOWN_BYTES = 4 << 20;

    private final List<Line> lines;

    private PlainContent(List<Line> lines) {
        this.lines = lines;
    }

    static PlainContent read(Path file, String type) throws IOException, UnreadableFileException {
        if (TEXT.contains(type)) {
            return new PlainContent(lines(Arrays.asList(head(file, SHOWN_BYTES).split("\\R", -1))));
        }
        if (OPEN_DOCUMENT.contains(type)) {
            return new PlainContent(lines(openDocument(file)));
        }
        if (type.equals("pdf") && !head(file, 1024).contains("%PDF")) {
            throw new UnreadableFileException("This is no pdf file");
        }
        return new PlainContent(List.of());
    }

    private static String head(Path file, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
        }
    }

    private static List<String> openDocument(Path file) throws IOException, UnreadableFileException {
        try (OfficePackage office = new OfficePackage(file)) {
            return paragraphs(office.text("content.xml"));
        } catch (ZipException e) {
            throw new UnreadableFileException("This is no OpenDocument file", e);
        }
    }

    private static List<String> paragraphs(String xml) {
        List<String> found = new ArrayList<>();
        XmlCursor cursor = new XmlCursor(xml);
        while (cursor.next()) {
            if (cursor.opens("text:p") || cursor.opens("text:h")) {
                String inner = Range.element(cursor).of(xml);
                found.add(XmlText.decode(
                        inner.replaceAll("<text:(tab|s)[^>]*/>", " ").replaceAll("<[^>]*>", "")));
            }
        }
        return found;
    }

    private static List<Line> lines(List<String> texts) {
        List<Line> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new Line("p" + lines.size(), 0, "body", text, ""));
        }
        return lines;
    }

    @Override
    public String kind() {
        return lines.isEmpty() ? "other" : "text";
    }

    @Override
    public boolean editable() {
        return false;
    }

    @Override
    public void apply(Change change) {
        if (change.kind() != Change.Kind.COMMENT) {
            throw new UnknownBlockException(change.block());
        }
    }

    @Override
    public Page page(int group, int from, int count) {
        List<Line> shown = lines.stream().skip(from).limit(count).toList();
        return new Page(kind(), List.of(), 0, from, lines.size(), 0, shown);
    }

    @Override
    public Revision freeze() {
        return Files::copy;
    }
}
