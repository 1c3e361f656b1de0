package io.dealdocs.sandbox.docs.office;

import java.util.ArrayList;
import java.util.List;

/** Reads the cells of a sheet's part. */
final class SheetReader {

    /** What a cell shows, and whether a formula made it. */
    record Cell(String text, boolean formula) {}

    private final String xml;
    private final List<String> shared;
    private final Grid<Cell> cells = new Grid<>();
    private int row;
    private int column;

    private SheetReader(String xml, List<String> shared) {
        this.xml = xml;
        this.shared = shared;
    }

    static Grid<Cell> read(String xml, List<String> shared) {
        SheetReader reader = new SheetReader(xml, shared);
        XmlCursor cursor = new XmlCursor(xml);
        while (cursor.next()) {
            reader.take(cursor);
        }
        return reader.cells;
    }

    private void take(XmlCursor cursor) {
        if (cursor.kind() == XmlCursor.Kind.END) {
            return;
        }
        if (cursor.local().equals("row")) {
            row = Integer.parseInt(cursor.attribute("r", String.valueOf(row + 1)));
            column = 0;
        } else if (cursor.local().equals("c")) {
            cell(cursor);
        }
    }

    private void cell(XmlCursor cursor) {
        CellRef ref = CellRef.parse(cursor.attribute("r", ""));
        column = ref == null ? column + 1 : ref.column();
        if (cursor.kind() != XmlCursor.Kind.START) {
            return;
        }
        String type = cursor.attribute("t", "n");
        Cell cell = inside(Range.element(cursor).of(xml), type);
        if (!cell.text().isEmpty() || cell.formula()) {
            cells.put(new CellRef(row, column), cell);
        }
    }

    private Cell inside(String cell, String type) {
        XmlCursor cursor = new XmlCursor(cell);
        String value = "";
        boolean formula = false;
        while (cursor.next()) {
            if (cursor.local().equals("f")) {
                formula = true;
            } else if (cursor.kind() == XmlCursor.Kind.START && cursor.local().equals("v")) {
                value = shown(inner(cursor, cell), type);
            } else if (cursor.kind() == XmlCursor.Kind.START && cursor.local().equals("is")) {
                value = texts(Range.element(cursor).of(cell));
            }
        }
        return new Cell(value, formula);
    }

    private String shown(String value, String type) {
        return switch (type) {
            case "s" -> value.matches("\\d{1,9}") ? shared(Integer.parseInt(value)) : "";
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            default -> value;
        };
    }

    private String shared(int index) {
        return index < shared.size() ? shared.get(index) : "";
    }

    private static String inner(XmlCursor cursor, String xml) {
        int from = cursor.end();
        cursor.skip();
        return XmlText.decode(xml.substring(from, cursor.start()));
    }

    /** The shared strings of a workbook. */
    static List<String> sharedStrings(String xml) {
        List<String> strings = new ArrayList<>();
        XmlCursor cursor = new XmlCursor(xml);
        while (cursor.next()) {
            if (cursor.local().equals("si") && cursor.kind() != XmlCursor.Kind.END) {
                strings.add(texts(Range.element(cursor).of(xml)));
            }
        }
        return strings;
    }

    /** All text of a string item; reading aids for Japanese are not part of it. */
    private static String texts(String item) {
        StringBuilder out = new StringBuilder();
        XmlCursor cursor = new XmlCursor(item);
        while (cursor.next()) {
            if (cursor.kind() == XmlCursor.Kind.START && cursor.local().equals("rPh")) {
                cursor.skip();
            } else if (cursor.kind() == XmlCursor.Kind.START && cursor.local().equals("t")) {
                out.append(inner(cursor, item));
            }
        }
        return out.toString();
    }
}
