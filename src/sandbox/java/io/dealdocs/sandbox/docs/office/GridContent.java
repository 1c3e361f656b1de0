package io.dealdocs.sandbox.docs.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workbook: the cells of its sheets; formulas are shown with their last result and cannot be typed over. */
final class GridContent implements Content {

    private final List<Sheet> sheets;

    private GridContent(List<Sheet> sheets) {
        this.sheets = sheets;
    }

    static GridContent read(OfficePackage office, String main, String xml) throws IOException {
        Relations relations = Relations.of(office, main);
        List<String> shared = SheetReader.sharedStrings(office.text(relations.byType("sharedStrings")));
        List<Sheet> found = new ArrayList<>();
        XmlCursor cursor = new XmlCursor(xml);
        while (cursor.next()) {
            if (cursor.local().equals("sheet") && cursor.kind() != XmlCursor.Kind.END) {
                String part = relations.byId(DeckContent.relationId(cursor));
                found.add(Sheet.read(cursor.attribute("name", "Sheet"), part, office.text(part), shared));
            }
        }
        return new GridContent(found);
    }

    @Override
    public String kind() {
        return "cell";
    }

    @Override
    public boolean editable() {
        return true;
    }

    /** Cells are named {@code sheet!B2}, sheets counted from 0. */
    @Override
    public void apply(Change change) {
        if (change.kind() == Change.Kind.COMMENT) {
            return;
        }
        int mark = change.block().indexOf('!');
        CellRef ref = CellRef.parse(change.block().substring(mark + 1));
        String sheet = mark < 0 ? "0" : change.block().substring(0, mark);
        if (ref == null || !sheet.matches("\\d{1,4}") || Integer.parseInt(sheet) >= sheets.size()) {
            throw new UnknownBlockException(change.block());
        }
        sheets.get(Integer.parseInt(sheet)).type(ref, change.text());
    }

    @Override
    public Page page(int group, int from, int count) {
        List<String> names = sheets.stream().map(Sheet::name).toList();
        if (sheets.isEmpty()) {
            return new Page(kind(), names, 0, from, 0, 0, List.of());
        }
        int index = Math.clamp(group, 0, sheets.size() - 1);
        Sheet sheet = sheets.get(index);
        return new Page(kind(), names, index, from, sheet.height(), sheet.width(), sheet.rows(from, count));
    }

    @Override
    public Revision freeze() {
        List<Sheet> frozen =
                sheets.stream().filter(Sheet::changed).map(Sheet::copy).toList();
        return (source, out) -> write(source, frozen, out);
    }

    private static void write(Path source, List<Sheet> changed, OutputStream out) throws IOException {
        try (OfficePackage office = new OfficePackage(source)) {
            Map<String, String> parts = new LinkedHashMap<>();
            for (Sheet sheet : changed) {
                parts.put(sheet.part(), SheetWriter.write(office.text(sheet.part()), sheet.typed()));
            }
            office.rewrite(parts, out);
        }
    }
}
