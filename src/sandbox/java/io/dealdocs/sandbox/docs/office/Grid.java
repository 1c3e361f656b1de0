package io.dealdocs.sandbox.docs.office;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Things by row and column, where most places are empty. */
final class Grid<T> {

    private final TreeMap<Integer, NavigableMap<Integer, T>> rows = new TreeMap<>();

    Grid<T> copy() {
        Grid<T> copy = new Grid<>();
        rows.forEach((row, cells) -> copy.rows.put(row, new TreeMap<>(cells)));
        return copy;
    }

    void put(CellRef ref, T value) {
        rows.computeIfAbsent(ref.row(), row -> new TreeMap<>()).put(ref.column(), value);
    }

    @Nullable T get(CellRef ref) {
        NavigableMap<Integer, T> row = rows.get(ref.row());
        return row == null ? null : row.get(ref.column());
    }

    NavigableMap<Integer, T> row(int row) {
        NavigableMap<Integer, T> cells = rows.get(row);
        return cells == null ? Collections.emptyNavigableMap() : cells;
    }

    /** Takes a row out. */
    NavigableMap<Integer, T> take(int row) {
        NavigableMap<Integer, T> cells = rows.remove(row);
        return cells == null ? new TreeMap<>() : cells;
    }

    /** The rows before this one; taking from them takes from the grid. */
    NavigableMap<Integer, NavigableMap<Integer, T>> before(int row) {
        return rows.headMap(row, false);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int height() {
        return rows.isEmpty() ? 0 : rows.lastKey();
    }

    int width() {
        return rows.values().stream().mapToInt(NavigableMap::lastKey).max().orElse(0);
    }
}
