package io.dealdocs.sandbox.docs.office;

import io.dealdocs.sandbox.docs.office.ParagraphXml.Kind;
import io.dealdocs.sandbox.docs.office.ParagraphXml.Piece;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Gives a paragraph another text by changing only the characters that differ. */
final class ParagraphEdit {

    /** Ids of tracked changes only have to differ from those the document has; these start far away from them. */
    private static final int FIRST_ID = 900_000;

    private final String xml;
    private final Grammar grammar;
    private final ParagraphXml paragraph;
    private final Splice splice;
    private final @Nullable Suggestion suggestion;
    private final XmlPatch patch;

    private ParagraphEdit(String xml, Grammar grammar, Change change) {
        this.xml = xml;
        this.grammar = grammar;
        this.paragraph = ParagraphXml.of(xml, grammar);
        this.splice = Splice.between(paragraph.text(), change.text());
        this.suggestion = change.tracked() && grammar.word()
                ? new Suggestion(grammar, change, FIRST_ID + Math.floorMod(change.hashCode(), 1_000_000))
                : null;
        this.patch = new XmlPatch(xml);
    }

    static String apply(String xml, Grammar grammar, Change change) {
        ParagraphEdit edit = new ParagraphEdit(xml, grammar, change);
        if (edit.splice.nothing()) {
            return xml;
        }
        return edit.paragraph.pieces().isEmpty() ? edit.fill() : edit.rewrite();
    }

    /** A paragraph that was not there before. */
    static String created(Grammar grammar, Change change) {
        if (change.tracked() && grammar.word()) {
            Suggestion suggestion =
                    new Suggestion(grammar, change, FIRST_ID + Math.floorMod(change.hashCode(), 1_000_000));
            return grammar.paragraph(suggestion.paragraph() + suggestion.inserted("", change.text()));
        }
        return grammar.paragraph(change.text().isEmpty() ? "" : grammar.run("", change.text()));
    }

    private String fill() {
        String run = suggestion == null ? grammar.run("", splice.with()) : suggestion.inserted("", splice.with());
        XmlCursor cursor = new XmlCursor(xml);
        if (!cursor.next()) {
            return grammar.paragraph(run);
        }
        if (cursor.kind() == XmlCursor.Kind.EMPTY) {
            String open = xml.substring(0, cursor.end()).replaceFirst("\\s*/>$", ">");
            return open + run + grammar.close("p");
        }
        int end = xml.lastIndexOf(grammar.close("p"));
        int properties = xml.lastIndexOf("<" + grammar.name("endParaRPr"));
        patch.insert(properties > 0 && !grammar.word() ? properties : end, run);
        return patch.apply();
    }

    private String rewrite() {
        Piece target = target();
        for (Piece piece : paragraph.pieces()) {
            boolean takes = piece.equals(target) && !splice.with().isEmpty();
            if (takes || piece.touches(splice)) {
                change(piece, takes ? splice.with() : "");
            }
        }
        return patch.apply();
    }

    private void change(Piece piece, String added) {
        int from = Math.clamp(splice.from(), piece.from(), piece.to());
        int to = Math.clamp(splice.to(), piece.from(), piece.to());
        if (piece.kind() == Kind.TEXT) {
            keepBlanks(piece);
            patch.replace(piece.xmlFrom(), piece.xmlTo(), content(piece, from, to, added));
            return;
        }
        int at = to > from ? piece.xmlFrom() : piece.xmlTo();
        patch.replace(at, piece.xmlTo(), beside(piece, added));
    }

    private String content(Piece piece, int from, int to, String added) {
        String text = paragraph.text();
        String before = text.substring(piece.from(), from);
        String after = text.substring(to, piece.to());
        if (suggestion == null) {
            return grammar.content(piece.properties(), before + added + after);
        }
        return XmlText.encode(before)
                + grammar.close("t")
                + grammar.close("r")
                + suggestion.deleted(piece.properties(), text.substring(from, to))
                + suggestion.inserted(piece.properties(), added)
                + grammar.open("r")
                + piece.properties()
                + grammar.openText()
                + XmlText.encode(after);
    }

    /** New text next to a break or tab that stands alone. */
    private String beside(Piece piece, String added) {
        if (added.isEmpty()) {
            return "";
        }
        if (!grammar.word()) {
            return grammar.run(piece.properties(), added);
        }
        return suggestion == null
                ? grammar.openText() + grammar.content(piece.properties(), added) + grammar.close("t")
                : grammar.close("r")
                        + suggestion.inserted(piece.properties(), added)
                        + grammar.open("r")
                        + piece.properties();
    }

    private void keepBlanks(Piece piece) {
        String tag = xml.substring(piece.tag(), piece.xmlFrom());
        if (grammar.word() && !tag.contains("xml:space")) {
            patch.insert(piece.xmlFrom() - 1, " xml:space=\"preserve\"");
        }
    }

    /** The piece that takes new text: the one the cursor would be in, a text rather than a break. */
    private Piece target() {
        return paragraph.pieces().stream()
                .filter(piece -> piece.from() <= splice.from() && splice.from() <= piece.to())
                .min(Comparator.comparing((Piece piece) -> piece.kind() != Kind.TEXT))
                .orElseGet(() -> paragraph.pieces().getLast());
    }
}
