package io.dealdocs.sandbox.docs.office;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A cell's place, both numbers counted from 1. */
record CellRef(int row, int column) {

    private static final Pattern FORM = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");

    static @Nullable CellRef parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return null;
        }
        int column = m.group(1).chars().reduce(0, (sum, c) -> sum * 26 + c - 'A' + 1);
        return new CellRef(Integer.parseInt(m.group(2)), column);
    }

    @Override
    public String toString() {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row).toString();
    }
}
