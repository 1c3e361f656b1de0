package io.dealdocs.sandbox.docs.office;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a presentation with one slide that has a title and a body, both empty. */
final class BlankSlide {

    private static final String SPACES = " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
    private static final String MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>";

    private BlankSlide() {}

    static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "ppt/presentation.xml",
                "<p:presentation" + SPACES + "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/>"
                        + "</p:sldMasterIdLst><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId2\"/></p:sldIdLst>"
                        + "<p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/>"
                        + "</p:presentation>");
        parts.put("ppt/slides/slide1.xml", "<p:sld" + SPACES + ">" + tree() + MAP + "</p:sld>");
        parts.put("ppt/slideLayouts/slideLayout1.xml", "<p:sldLayout" + SPACES + ">" + tree() + MAP + "</p:sldLayout>");
        parts.put(
                "ppt/slideMasters/slideMaster1.xml",
                "<p:sldMaster" + SPACES + ">" + tree() + "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\""
                        + " accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\""
                        + " accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"
                        + "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst>"
                        + "</p:sldMaster>");
        parts.put("ppt/theme/theme1.xml", theme());
        return parts;
    }

    private static String tree() {
        return "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
                + "<p:grpSpPr/>" + shape(2, "Title", "type=\"title\"", 457200, 1143000)
                + shape(3, "Content", "idx=\"1\"", 1825625, 4351338) + "</p:spTree></p:cSld>";
    }

    private static String shape(int id, String name, String placeholder, int top, int height) {
        return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + id + "\" name=\"" + name + "\"/><p:cNvSpPr/><p:nvPr><p:ph "
                + placeholder + "/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"838200\" y=\"" + top
                + "\"/><a:ext cx=\"10515600\" cy=\"" + height + "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
                + "</a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>";
    }

    private static String theme() {
        String font = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
        String fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
        return "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Plain\">"
                + "<a:themeElements><a:clrScheme name=\"Plain\">" + colours() + "</a:clrScheme>"
                + "<a:fontScheme name=\"Plain\"><a:majorFont>" + font + "</a:majorFont><a:minorFont>" + font
                + "</a:minorFont></a:fontScheme><a:fmtScheme name=\"Plain\"><a:fillStyleLst>" + fill.repeat(3)
                + "</a:fillStyleLst><a:lnStyleLst>" + ("<a:ln>" + fill + "</a:ln>").repeat(3)
                + "</a:lnStyleLst><a:effectStyleLst>"
                + "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3)
                + "</a:effectStyleLst><a:bgFillStyleLst>" + fill.repeat(3)
                + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
    }

    private static String colours() {
        List<String> colours = List.of(
                "dk1 000000",
                "lt1 FFFFFF",
                "dk2 44546A",
                "lt2 E7E6E6",
                "accent1 4472C4",
                "accent2 ED7D31",
                "accent3 A5A5A5",
                "accent4 FFC000",
                "accent5 5B9BD5",
                "accent6 70AD47",
                "hlink 0563C1",
                "folHlink 954F72");
        StringBuilder out = new StringBuilder();
        for (String colour : colours) {
            int blank = colour.indexOf(' ');
            String name = colour.substring(0, blank);
            out.append("<a:" + name + "><a:srgbClr val=\"" + colour.substring(blank + 1) + "\"/></a:" + name + ">");
        }
        return out.toString();
    }
}
