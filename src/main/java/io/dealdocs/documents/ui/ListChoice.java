package io.dealdocs.documents.ui;

import io.dealdocs.documents.DealFile;
import io.dealdocs.ui.NameOrder;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which lines a person wants to see, and in which order.
 *
 * @param search what the names have in them
 */
record ListChoice(String search, Order order) implements Serializable {

    /** Everything, newest first: what Pipedrive answers by itself. */
    static final ListChoice NONE = new ListChoice("", Order.NEWEST);

    /** The orders a person can choose. */
    enum Order {
        NEWEST,
        NAME,
        SIZE;

        private Comparator<DealFile> comparator(Locale locale) {
            Comparator<DealFile> newest =
                    Comparator.comparing(DealFile::changedAt).reversed();
            return switch (this) {
                case NEWEST -> newest;
                case NAME ->
                    Comparator.comparing(DealFile::name, NameOrder.of(locale)).thenComparing(newest);
                case SIZE -> Comparator.comparingLong(DealFile::size).reversed().thenComparing(newest);
            };
        }
    }

    /** Whether the newest files alone do not answer it. */
    boolean needsAll() {
        return order != Order.NEWEST || !search.isBlank();
    }

    /** The lines that are wanted, in their order. */
    List<DealFile> of(List<DealFile> lines, Locale locale) {
        return lines.stream()
                .filter(line -> search.isBlank() || NameOrder.contains(line.name(), search))
                .sorted(order.comparator(locale))
                .toList();
    }
}
