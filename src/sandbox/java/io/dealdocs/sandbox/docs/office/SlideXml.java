package io.dealdocs.sandbox.docs.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One slide's part: its paragraphs, which of them are titles, and where a new line belongs. */
final class SlideXml {

    private static final Set<String> FIELDS = Set.of("dt", "ftr", "hdr", "sldNum", "sldImg");
    private static final Set<String> TITLES = Set.of("title", "ctrTitle");

    private final Grammar grammar;
    private final List<Range> paragraphs = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private String placeholder = "";
    private int target = -1;

    private SlideXml(Grammar grammar) {
        this.grammar = grammar;
    }

    static SlideXml of(String xml) {
        SlideXml slide = new SlideXml(Grammar.drawing(xml));
        XmlCursor cursor = new XmlCursor(xml);
        while (cursor.next()) {
            slide.take(cursor);
        }
        return slide;
    }

    private void take(XmlCursor cursor) {
        if (cursor.kind() == XmlCursor.Kind.END) {
            return;
        }
        switch (cursor.local()) {
            case "Fallback" -> cursor.skip();
            case "sp", "graphicFrame" -> placeholder = "";
            case "ph" -> placeholder = cursor.attribute("type", "body");
            case "p" -> paragraph(cursor);
            default -> {}
        }
    }

    private void paragraph(XmlCursor cursor) {
        if (!cursor.opens(grammar.name("p")) || FIELDS.contains(placeholder)) {
            return;
        }
        boolean title = TITLES.contains(placeholder);
        target = title ? target : paragraphs.size();
        roles.add(title ? "title" : "body");
        paragraphs.add(Range.element(cursor));
    }

    Grammar grammar() {
        return grammar;
    }

    List<Range> paragraphs() {
        return paragraphs;
    }

    String role(int paragraph) {
        return roles.get(paragraph);
    }

    /** The last paragraph that is no title, or -1: there a line of this slide is added. */
    int target() {
        return target;
    }
}
