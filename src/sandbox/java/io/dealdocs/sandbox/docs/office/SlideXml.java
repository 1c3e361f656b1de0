package io.dealdocs.sandbox.docs.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One slide's part: its paragraphs, which of them are titles, and where a new line belongs. */
final class SlideXml {

    private static final Set<String> FIELDS = Set.of("dt", "ftr", "hdr", "sldNum", "sldImg");
    private static final Set<String> TITLES = Set.of("title", "ctrTitle");

    /**
     * Where a paragraph stands, or could stand in a placeholder that has none.
     *
     * @param before what has to be written before the first paragraph
     * @param after what has to be written behind it
     */
    record Spot(Range range, String role, String before, String after) {

        String of(String xml) {
            return range.of(xml);
        }
    }

    private final Grammar grammar;
    private final List<Spot> spots = new ArrayList<>();
    private String placeholder = "";
    private boolean hasBody;
    private int inBody;
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
            end(cursor);
            return;
        }
        switch (cursor.local()) {
            case "Fallback" -> cursor.skip();
            case "sp", "graphicFrame" -> {
                placeholder = "";
                hasBody = false;
            }
            case "ph" -> placeholder = cursor.attribute("type", "body");
            case "txBody" -> {
                hasBody = true;
                inBody = 0;
            }
            case "p" -> paragraph(cursor);
            default -> {}
        }
    }

    private void paragraph(XmlCursor cursor) {
        if (cursor.opens(grammar.name("p"))) {
            inBody++;
            spot(Range.element(cursor), "", "");
        }
    }

    /** A placeholder without any paragraph gets a place for one. */
    private void end(XmlCursor cursor) {
        Range here = new Range(cursor.start(), cursor.start());
        if (cursor.local().equals("txBody") && inBody == 0) {
            spot(here, "", "");
        } else if (cursor.local().equals("sp") && !hasBody && !placeholder.isEmpty()) {
            String p = cursor.name().substring(0, cursor.name().length() - "sp".length());
            String a = grammar.prefix();
            spot(here, "<" + p + "txBody><" + a + "bodyPr/><" + a + "lstStyle/>", "</" + p + "txBody>");
        }
    }

    private void spot(Range range, String before, String after) {
        if (FIELDS.contains(placeholder)) {
            return;
        }
        boolean title = TITLES.contains(placeholder);
        target = title ? target : spots.size();
        spots.add(new Spot(range, title ? "title" : "body", before, after));
    }

    Grammar grammar() {
        return grammar;
    }

    List<Spot> spots() {
        return spots;
    }

    /** The last paragraph that is no title, or -1: there a line of this slide is added. */
    int target() {
        return target;
    }
}
