package io.dealdocs.sandbox.docs.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The main part of a text document: where its paragraphs are, and how changed ones are put back. */
final class FlowXml {

    private static final Set<String> APART = Set.of("txbxContent", "Fallback");
    private static final int HEADING_HALF_POINTS = 28;

    private FlowXml() {}

    static List<Range> paragraphs(String xml, Grammar grammar) {
        List<Range> found = new ArrayList<>();
        XmlCursor cursor = new XmlCursor(xml);
        while (cursor.next()) {
            if (cursor.opens(grammar.name("p"))) {
                found.add(Range.element(cursor));
            } else if (cursor.kind() == XmlCursor.Kind.START && APART.contains(cursor.local())) {
                cursor.skip();
            }
        }
        return found;
    }

    /** How a paragraph looks, guessed from its style and its size. */
    static String role(String paragraph, Grammar grammar) {
        String role = "body";
        XmlCursor cursor = new XmlCursor(paragraph);
        while (cursor.next()) {
            String value = cursor.attribute(grammar.name("val"), "").toLowerCase(Locale.ROOT);
            if (cursor.opens(grammar.name("pStyle")) && (value.contains("heading") || value.contains("title"))) {
                return value.contains("title") ? "title" : "heading";
            }
            if (cursor.opens(grammar.name("numPr"))) {
                role = "list";
            }
            if (cursor.opens(grammar.name("sz")) && large(value)) {
                return "heading";
            }
        }
        return role;
    }

    private static boolean large(String halfPoints) {
        return halfPoints.matches("\\d{1,4}") && Integer.parseInt(halfPoints) >= HEADING_HALF_POINTS;
    }

    static String write(String xml, Blocks blocks) {
        Grammar grammar = Grammar.word(xml);
        List<Range> ranges = paragraphs(xml, grammar);
        XmlPatch patch = new XmlPatch(xml);
        int paragraph = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.all().get(i);
            if (!block.added()) {
                Range range = ranges.get(paragraph++);
                String now = changed(range.of(xml), grammar, block.steps());
                patch.replace(range.from(), range.to(), now + created(grammar, blocks.addedAfter(i)));
            }
        }
        if (paragraph == 0) {
            begin(patch, xml, grammar, created(grammar, blocks.all()));
        }
        return patch.apply();
    }

    static String changed(String paragraph, Grammar grammar, List<Change> steps) {
        String now = paragraph;
        for (Change step : steps) {
            now = ParagraphEdit.apply(now, grammar, step);
        }
        return now;
    }

    static String created(Grammar grammar, List<Block> added) {
        StringBuilder out = new StringBuilder();
        for (Block block : added) {
            List<Change> steps = block.steps();
            String first = ParagraphEdit.created(grammar, steps.getFirst());
            out.append(changed(first, grammar, steps.subList(1, steps.size())));
        }
        return out.toString();
    }

    /** Puts the first paragraphs into a document that has none. */
    private static void begin(XmlPatch patch, String xml, Grammar grammar, String paragraphs) {
        XmlCursor cursor = new XmlCursor(xml);
        while (cursor.next() && !cursor.opens(grammar.name("body"))) {
            // On to the body.
        }
        if (cursor.kind() == XmlCursor.Kind.EMPTY) {
            String whole = grammar.open("body") + paragraphs + grammar.close("body");
            patch.replace(cursor.start(), cursor.end(), whole);
        } else {
            patch.insert(cursor.end(), paragraphs);
        }
    }
}
