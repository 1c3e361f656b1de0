package io.dealdocs.sandbox.docs.office;

import java.time.temporal.ChronoUnit;

/** Spells the marks of a tracked change in a text document. */
final class Suggestion {

    private final Grammar grammar;
    private final String attributes;
    private int next;

    Suggestion(Grammar grammar, Change change, int firstId) {
        this.grammar = grammar;
        this.next = firstId;
        String w = grammar.prefix();
        this.attributes = " " + w + "author=\"" + XmlText.quoted(change.author().name()) + "\" " + w + "date=\""
                + change.at().truncatedTo(ChronoUnit.SECONDS) + "\" oouserid=\""
                + XmlText.quoted(change.author().id()) + "\"";
    }

    String inserted(String properties, String text) {
        return text.isEmpty() ? "" : tag("ins", ">") + grammar.run(properties, text) + grammar.close("ins");
    }

    String deleted(String properties, String text) {
        return text.isEmpty()
                ? ""
                : tag("del", ">") + grammar.open("r") + properties + "<" + grammar.name("delText")
                        + " xml:space=\"preserve\">" + XmlText.encode(text) + grammar.close("delText")
                        + grammar.close("r") + grammar.close("del");
    }

    /** The properties that make a whole paragraph a suggested one. */
    String paragraph() {
        return grammar.open("pPr")
                + grammar.open("rPr")
                + tag("ins", "/>")
                + grammar.close("rPr")
                + grammar.close("pPr");
    }

    private String tag(String local, String end) {
        return "<" + grammar.name(local) + " " + grammar.prefix() + "id=\"" + next++ + "\"" + attributes + end;
    }
}
