package io.dealdocs.sandbox.docs.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One paragraph as it stands in its part: its text, and where each piece of it is written. */
final class ParagraphXml {

    /** Parts of a paragraph whose text is not the paragraph's own, or is deleted, or is no text at all. */
    private static final Set<String> FOREIGN =
            Set.of("txbxContent", "Fallback", "moveFrom", "del", "pPr", "fld", "endParaRPr");

    /** What sort of piece. */
    enum Kind {
        TEXT,
        BREAK,
        TAB
    }

    /**
     * A piece of text.
     *
     * @param from where it begins in the paragraph's text
     * @param to where it ends there
     * @param xmlFrom where its characters (or its element) begin in the XML
     * @param xmlTo where they end
     * @param tag where the start tag of a text begins
     * @param properties the run's properties, to be repeated where the run is split
     */
    record Piece(Kind kind, int from, int to, int xmlFrom, int xmlTo, int tag, String properties) {

        boolean touches(Splice splice) {
            return from < splice.to() && to > splice.from();
        }
    }

    private final String xml;
    private final Grammar grammar;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private String properties = "";
    private boolean inRun;

    private ParagraphXml(String xml, Grammar grammar) {
        this.xml = xml;
        this.grammar = grammar;
    }

    static ParagraphXml of(String xml, Grammar grammar) {
        ParagraphXml paragraph = new ParagraphXml(xml, grammar);
        XmlCursor cursor = new XmlCursor(xml);
        while (cursor.next()) {
            paragraph.take(cursor);
        }
        return paragraph;
    }

    private void take(XmlCursor cursor) {
        if (cursor.kind() == XmlCursor.Kind.START && FOREIGN.contains(cursor.local())) {
            cursor.skip();
        } else if (cursor.opens(grammar.name("r"))) {
            inRun = cursor.kind() == XmlCursor.Kind.START;
            properties = "";
        } else if (cursor.closes(grammar.name("r"))) {
            inRun = false;
        } else if (cursor.opens(grammar.name("rPr"))) {
            int from = cursor.start();
            if (cursor.kind() == XmlCursor.Kind.START) {
                cursor.skip();
            }
            properties = xml.substring(from, cursor.end());
        } else if (cursor.opens(grammar.name("t")) && cursor.kind() == XmlCursor.Kind.START) {
            textPiece(cursor);
        } else {
            mark(cursor);
        }
    }

    private void textPiece(XmlCursor cursor) {
        int tag = cursor.start();
        int from = cursor.end();
        cursor.skip();
        int to = cursor.start();
        add(Kind.TEXT, XmlText.decode(xml.substring(from, to)), from, to, tag);
    }

    private void mark(XmlCursor cursor) {
        boolean pageBreak = cursor.attribute(grammar.name("type")) != null;
        if ((inRun || !grammar.word()) && opensBreak(cursor) && !pageBreak) {
            element(cursor, Kind.BREAK, "\n");
        } else if (inRun && grammar.word() && cursor.opens(grammar.name("tab"))) {
            element(cursor, Kind.TAB, "\t");
        }
    }

    private boolean opensBreak(XmlCursor cursor) {
        return cursor.opens(grammar.name("br")) || (grammar.word() && cursor.opens(grammar.name("cr")));
    }

    private void element(XmlCursor cursor, Kind kind, String shown) {
        int from = cursor.start();
        if (cursor.kind() == XmlCursor.Kind.START) {
            cursor.skip();
        }
        add(kind, shown, from, cursor.end(), from);
    }

    private void add(Kind kind, String shown, int xmlFrom, int xmlTo, int tag) {
        int from = text.length();
        text.append(shown);
        pieces.add(new Piece(kind, from, text.length(), xmlFrom, xmlTo, tag, properties));
    }

    String text() {
        return text.toString();
    }

    List<Piece> pieces() {
        return pieces;
    }
}
