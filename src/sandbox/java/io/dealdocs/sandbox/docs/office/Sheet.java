package io.dealdocs.sandbox.docs.office;

import io.dealdocs.sandbox.docs.office.GridRow.GridCell;
import java.util.List;
import java.util.stream.IntStream;

/** The cells of one sheet: as they came, and what was typed since. */
final class Sheet {

    private final String name;
    private final String part;
    private final Grid<SheetReader.Cell> cells;
    private final Grid<String> typed;

    private Sheet(String name, String part, Grid<SheetReader.Cell> cells, Grid<String> typed) {
        this.name = name;
        this.part = part;
        this.cells = cells;
        this.typed = typed;
    }

    static Sheet read(String name, String part, String xml, List<String> shared) {
        return new Sheet(name, part, SheetReader.read(xml, shared), new Grid<>());
    }

    /** What was typed so far, on its own. */
    Sheet copy() {
        return new Sheet(name, part, cells, typed.copy());
    }

    void type(CellRef ref, String text) {
        if (formula(ref)) {
            throw new UnknownBlockException(ref + " that takes text: a formula computes it");
        }
        typed.put(ref, text);
        cells.put(ref, new SheetReader.Cell(text, false));
    }

    private boolean formula(CellRef ref) {
        SheetReader.Cell cell = cells.get(ref);
        return cell != null && cell.formula();
    }

    String name() {
        return name;
    }

    String part() {
        return part;
    }

    boolean changed() {
        return !typed.isEmpty();
    }

    Grid<String> typed() {
        return typed;
    }

    int height() {
        return cells.height();
    }

    int width() {
        return cells.width();
    }

    List<GridRow> rows(int from, int count) {
        return IntStream.rangeClosed(from + 1, Math.min(from + count, height()))
                .mapToObj(this::row)
                .toList();
    }

    private GridRow row(int number) {
        List<GridCell> filled = cells.row(number).entrySet().stream()
                .map(cell -> new GridCell(
                        new CellRef(number, cell.getKey()).toString(),
                        cell.getValue().text(),
                        cell.getValue().formula()))
                .toList();
        return new GridRow(number, filled);
    }
}
