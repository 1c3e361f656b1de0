package io.dealdocs.sandbox.docs.office;

/**
 * How a kind of document spells its paragraphs.
 *
 * @param prefix the namespace prefix with its colon
 * @param word whether breaks and tabs live inside runs and blanks must be kept by an attribute
 */
record Grammar(String prefix, boolean word) {

    static Grammar word(String xml) {
        return new Grammar(
                XmlText.prefix(
                        xml,
                        "w:",
                        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                        "http://purl.oclc.org/ooxml/wordprocessingml/main"),
                true);
    }

    static Grammar drawing(String xml) {
        return new Grammar(
                XmlText.prefix(
                        xml,
                        "a:",
                        "http://schemas.openxmlformats.org/drawingml/2006/main",
                        "http://purl.oclc.org/ooxml/drawingml/main"),
                false);
    }

    String name(String local) {
        return prefix + local;
    }

    String open(String local) {
        return "<" + prefix + local + ">";
    }

    String close(String local) {
        return "</" + prefix + local + ">";
    }

    /** The start tag of a run's text. */
    String openText() {
        return word ? "<" + prefix + "t xml:space=\"preserve\">" : open("t");
    }

    /** A whole run. */
    String run(String properties, String text) {
        return open("r") + properties + openText() + content(properties, text) + close("t") + close("r");
    }

    /** Text as it stands inside a text element, breaks and tabs spelled out. */
    String content(String properties, String text) {
        String encoded = XmlText.encode(text);
        return word
                ? encoded.replace("\n", close("t") + "<" + prefix + "br/>" + openText())
                        .replace("\t", close("t") + "<" + prefix + "tab/>" + openText())
                : encoded.replace(
                        "\n", close("t") + close("r") + "<" + prefix + "br/>" + open("r") + properties + openText());
    }

    /** A paragraph of its own. */
    String paragraph(String runs) {
        return open("p") + runs + close("p");
    }
}
