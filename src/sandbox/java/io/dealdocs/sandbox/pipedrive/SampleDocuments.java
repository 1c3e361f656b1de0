package io.dealdocs.sandbox.pipedrive;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small documents that the real programs open. */
final class SampleDocuments {
    private SampleDocuments() {}

    /** A document of the kind that the name says, with the title as its text. */
    static byte[] of(String name, String title) throws IOException {
        return switch (FileTypes.extension(name)) {
            case "docx" -> docx(title);
            case "xlsx" -> xlsx(title);
            case "pptx" -> pptx(title);
            case "odt" -> odt(title);
            case "pdf" -> pdf(title);
            case "png" -> png();
            case "zip" -> zip(Map.of("drawing.txt", title));
            case "rtf" -> utf8("{\\rtf1\\ansi " + title.replaceAll("[^\\x20-\\x7e]", "?") + "\\par}");
            case "csv" -> utf8("Name,Phone\n" + title + ",+358 9 000 000\n");
            case "html" -> utf8("<!doctype html><title>" + title + "</title><p>" + title + "</p>");
            default -> utf8(title + "\n");
        };
    }

    private static byte[] docx(String title) throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var heading = document.createParagraph().createRun();
            heading.setBold(true);
            heading.setFontSize(18);
            heading.setText(title);
            document.createParagraph().createRun().setText("This is the first draft. Please review it.");
            document.createParagraph().createRun().setText("Delivery within six weeks of the order.");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] xlsx(String title) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("Sheet1");
            sheet.createRow(0).createCell(0).setCellValue(title);
            for (int row = 1; row <= 3; row++) {
                var cells = sheet.createRow(row);
                cells.createCell(0).setCellValue("Item " + row);
                cells.createCell(1).setCellValue(row * 125.5);
            }
            var total = sheet.createRow(4);
            total.createCell(0).setCellValue("Total");
            total.createCell(1).setCellFormula("SUM(B2:B4)");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] pptx(String title) throws IOException {
        try (var show = new XMLSlideShow();
                var out = new ByteArrayOutputStream()) {
            for (String text : new String[] {title, "Next steps"}) {
                var box = show.createSlide().createTextBox();
                box.setAnchor(new Rectangle(60, 80, 600, 200));
                box.setText(text);
            }
            show.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] odt(String title) throws IOException {
        String namespaces = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"";
        String content = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content" + namespaces
                + "><office:body><office:text><text:p>" + Html.escape(title)
                + "</text:p></office:text></office:body></office:document-content>";
        String type = "application/vnd.oasis.opendocument.text";
        String namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
        String manifest = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest xmlns:manifest=\"" + namespace
                + "\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" + type
                + "\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
                + "</manifest:manifest>";
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("mimetype", type);
        entries.put("content.xml", content);
        entries.put("META-INF/manifest.xml", manifest);
        return zip(entries);
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                byte[] bytes = utf8(entry.getValue());
                zip.putNextEntry(entry.getKey().equals("mimetype") ? stored(bytes) : new ZipEntry(entry.getKey()));
                zip.write(bytes);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** An OpenDocument file begins with its type, not compressed. */
    private static ZipEntry stored(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        return entry;
    }

    private static byte[] pdf(String title) {
        String text = title.replaceAll("[^\\x20-\\x7e]|[()\\\\]", "?");
        String stream = "BT /F1 24 Tf 72 720 Td (" + text + ") Tj ET";
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + stream.length() + " >>\nstream\n" + stream + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append("xref\n0 6\n").append(table).append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n");
        return pdf.append(start).append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] png() throws IOException {
        var image = new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0x68, 0x61, 0xf2));
        graphics.fillRect(0, 0, 160, 90);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(55, 20, 50, 50);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
