package io.dealdocs.sandbox.docs.office;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text box for lines of a slide that has no text of its own. */
final class TextBox {

    private static final Pattern ID = Pattern.compile("cNvPr\\s[^>]*\\bid=\"(\\d{1,9})\"");

    private TextBox() {}

    static void insert(XmlPatch patch, String xml, String paragraphs) {
        String p = XmlText.prefix(
                xml,
                "p:",
                "http://schemas.openxmlformats.org/presentationml/2006/main",
                "http://purl.oclc.org/ooxml/presentationml/main");
        String a = Grammar.drawing(xml).prefix();
        int at = xml.lastIndexOf("</" + p + "spTree>");
        if (at > 0) {
            patch.insert(at, shape(p, a, nextId(xml), paragraphs));
        }
    }

    private static String shape(String p, String a, int id, String paragraphs) {
        return """
                <P:sp><P:nvSpPr><P:cNvPr id="%d" name="TextBox %d"/><P:cNvSpPr txBox="1"/><P:nvPr/></P:nvSpPr>\
                <P:spPr><A:xfrm><A:off x="838200" y="3800000"/><A:ext cx="7500000" cy="1000000"/></A:xfrm>\
                <A:prstGeom prst="rect"><A:avLst/></A:prstGeom><A:noFill/></P:spPr>\
                <P:txBody><A:bodyPr wrap="square"/><A:lstStyle/>""".formatted(id, id).replace("P:", p).replace("A:", a)
                + paragraphs + "</" + p + "txBody></" + p + "sp>";
    }

    private static int nextId(String xml) {
        int highest = 1;
        Matcher m = ID.matcher(xml);
        while (m.find()) {
            highest = Math.max(highest, Integer.parseInt(m.group(1)));
        }
        return highest + 1;
    }
}
