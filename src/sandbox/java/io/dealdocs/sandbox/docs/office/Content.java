package io.dealdocs.sandbox.docs.office;

/** The text of an open document as it stands now, with everybody's changes; its caller sees to locking. */
public interface Content {

    /** Word, cell, slide, text or other. */
    String kind();

    /** Whether text of this format can be changed and written back. */
    boolean editable();

    /**
     * Takes a change in.
     *
     * @throws UnknownBlockException when the place does not exist
     */
    void apply(Change change);

    /**
     * A part of the text, so that large documents need not be sent whole.
     *
     * @param group the sheet, where there are sheets
     * @param from first paragraph, row or slide, counted from 0
     * @param count how many at most
     */
    Page page(int group, int from, int count);

    /** The block before this one, so that everybody can put a new paragraph in the same place; empty for none. */
    default String before(String block) {
        return "";
    }

    /** The present state, ready to be written while people go on typing. */
    Revision freeze();
}
