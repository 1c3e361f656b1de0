package io.dealdocs.sandbox.docs.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest documents of each kind, which stand in for empty files. */
final class Blank {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.";

    private Blank() {}

    static void write(Path file, String type) throws IOException {
        Map<String, String> parts = switch (type) {
            case "docx" -> word();
            case "xlsx" -> cell();
            case "pptx" -> slide();
            default -> Map.of();
        };
        if (parts.isEmpty()) {
            return;
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private static Map<String, String> word() {
        Map<String, String> parts =
                frame("word/document.xml", Map.of("word/document.xml", "wordprocessingml.document.main+xml"));
        parts.put(
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                        + "<w:body><w:p/><w:sectPr/></w:body></w:document>");
        return parts;
    }

    private static Map<String, String> cell() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("xl/workbook.xml", "spreadsheetml.sheet.main+xml");
        types.put("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet+xml");
        Map<String, String> parts = frame("xl/workbook.xml", types);
        String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        parts.put(
                "xl/workbook.xml",
                "<workbook " + main + " xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relations(relation(1, "worksheet", "worksheets/sheet1.xml")));
        parts.put("xl/worksheets/sheet1.xml", "<worksheet " + main + "><sheetData/></worksheet>");
        return parts;
    }

    private static Map<String, String> slide() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("ppt/presentation.xml", "presentationml.presentation.main+xml");
        types.put("ppt/slides/slide1.xml", "presentationml.slide+xml");
        types.put("ppt/slideLayouts/slideLayout1.xml", "presentationml.slideLayout+xml");
        types.put("ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster+xml");
        types.put("ppt/theme/theme1.xml", "theme+xml");
        Map<String, String> parts = frame("ppt/presentation.xml", types);
        String layout = relation(1, "slideLayout", "../slideLayouts/slideLayout1.xml");
        parts.put(
                "ppt/_rels/presentation.xml.rels",
                relations(relation(1, "slideMaster", "slideMasters/slideMaster1.xml")
                        + relation(2, "slide", "slides/slide1.xml")));
        parts.put("ppt/slides/_rels/slide1.xml.rels", relations(layout));
        parts.put(
                "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
                relations(relation(1, "slideMaster", "../slideMasters/slideMaster1.xml")));
        parts.put(
                "ppt/slideMasters/_rels/slideMaster1.xml.rels",
                relations(layout + relation(2, "theme", "../theme/theme1.xml")));
        parts.putAll(BlankSlide.parts());
        return parts;
    }

    private static Map<String, String> frame(String main, Map<String, String> types) {
        StringBuilder content = new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        types.forEach((part, type) ->
                content.append("<Override PartName=\"/" + part + "\" ContentType=\"" + TYPES + type + "\"/>"));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", content.append("</Types>").toString());
        parts.put("_rels/.rels", relations(relation(1, "officeDocument", main)));
        return parts;
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inner + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
