package io.dealdocs.sandbox.docs.office;

import java.util.List;

/**
 * A part of a document's text as the editor page shows it.
 *
 * @param groups names of the sheets or slides; empty for text documents
 * @param group the sheet these rows belong to
 * @param total how many paragraphs, rows or slides there are
 * @param columns how many columns the sheet uses
 * @param items {@link Line}s, or {@link GridRow}s of a sheet
 */
public record Page(
        String kind, List<String> groups, int group, int from, int total, int columns, List<? extends Item> items) {

    /** One thing on a page. */
    public sealed interface Item permits Line, GridRow {}
}
