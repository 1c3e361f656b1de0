package io.dealdocs.sandbox.docs.office;

import java.util.List;

/** The filled cells of one row, counted from 1. */
public record GridRow(int row, List<GridCell> cells) implements Page.Item {

    /**
     * A filled cell.
     *
     * @param locked whether a formula computes it, so that typing there is refused
     */
    public record GridCell(String ref, String text, boolean locked) {}
}
