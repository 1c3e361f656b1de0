package io.dealdocs.sandbox.docs.office;

import java.util.NavigableMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts changed cells into a sheet's part; rows without a change stay as they are. */
final class SheetWriter {

    /** What becomes a number; longer ones, and those with leading zeros, are somebody's reference and stay text. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,14})?");

    private final XmlPatch patch;
    private final String prefix;
    private final Grid<String> left;
    private int row;

    private SheetWriter(String xml, Grid<String> changes) {
        this.patch = new XmlPatch(xml);
        this.left = changes;
        this.prefix = XmlText.prefix(
                xml,
                "",
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main");
    }

    /** The part with these texts, by row and column. */
    static String write(String xml, Grid<String> changes) {
        SheetWriter writer = new SheetWriter(xml, changes.copy());
        XmlCursor cursor = new XmlCursor(xml);
        while (cursor.next()) {
            writer.take(cursor);
        }
        return writer.patch.apply();
    }

    private void take(XmlCursor cursor) {
        if (cursor.opens(prefix + "row")) {
            row = Integer.parseInt(cursor.attribute("r", String.valueOf(row + 1)));
            patch.insert(cursor.start(), newRows(row));
            NavigableMap<Integer, String> changes = left.take(row);
            if (!changes.isEmpty()) {
                row(cursor, changes);
            }
        } else if (cursor.opens(prefix + "sheetData") && cursor.kind() == XmlCursor.Kind.EMPTY) {
            String rows = newRows(Integer.MAX_VALUE);
            patch.replace(
                    cursor.start(), cursor.end(), "<" + prefix + "sheetData>" + rows + "</" + prefix + "sheetData>");
        } else if (cursor.closes(prefix + "sheetData")) {
            patch.insert(cursor.start(), newRows(Integer.MAX_VALUE));
        }
    }

    private void row(XmlCursor cursor, NavigableMap<Integer, String> changes) {
        if (cursor.kind() == XmlCursor.Kind.EMPTY) {
            String open = cursor.raw().replaceFirst("\\s*/>$", ">");
            patch.replace(cursor.start(), cursor.end(), open + newCells(row, changes) + "</" + prefix + "row>");
            return;
        }
        dropSpans(cursor);
        int column = 0;
        while (cursor.next() && !cursor.closes(prefix + "row")) {
            if (cursor.opens(prefix + "c")) {
                CellRef ref = CellRef.parse(cursor.attribute("r", ""));
                column = ref == null ? column + 1 : ref.column();
                patch.insert(cursor.start(), newCells(row, changes.headMap(column, false)));
                cell(cursor, changes.remove(column));
            }
        }
        patch.insert(cursor.start(), newCells(row, changes));
    }

    /** The hint which columns a row uses would be wrong after a new cell. */
    private void dropSpans(XmlCursor cursor) {
        String without = cursor.raw().replaceFirst("\\s+spans=\"[^\"]*\"", "");
        patch.replace(cursor.start(), cursor.end(), without);
    }

    private void cell(XmlCursor cursor, @Nullable String text) {
        String tag = cursor.raw();
        Range range = Range.element(cursor);
        if (text != null) {
            String kept = tag.replaceFirst("\\s*/?>$", "").replaceAll("\\s+(t|cm|vm)=\"[^\"]*\"", "");
            patch.replace(range.from(), range.to(), filled(kept, text));
        }
    }

    private String newRows(int before) {
        NavigableMap<Integer, NavigableMap<Integer, String>> rows = left.before(before);
        StringBuilder out = new StringBuilder();
        rows.forEach((number, cells) -> out.append("<" + prefix + "row r=\"" + number + "\">")
                .append(newCells(number, cells))
                .append("</" + prefix + "row>"));
        rows.clear();
        return out.toString();
    }

    private String newCells(int rowNumber, NavigableMap<Integer, String> cells) {
        StringBuilder out = new StringBuilder();
        cells.forEach((column, text) ->
                out.append(filled("<" + prefix + "c r=\"" + new CellRef(rowNumber, column) + "\"", text)));
        cells.clear();
        return out.toString();
    }

    /** A cell from the beginning of its start tag. */
    private String filled(String tag, String text) {
        String end = "</" + prefix + "c>";
        if (text.isEmpty()) {
            return tag + "/>";
        }
        if (NUMBER.matcher(text).matches()) {
            return tag + "><" + prefix + "v>" + text + "</" + prefix + "v>" + end;
        }
        return tag + " t=\"inlineStr\"><" + prefix + "is><" + prefix + "t xml:space=\"preserve\">"
                + XmlText.encode(text) + "</" + prefix + "t></" + prefix + "is>" + end;
    }
}
