package io.dealdocs.sandbox.docs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A PDF of plain lines. */
final class SimplePdf {

    private static final int LINES_PER_PAGE = 48;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private SimplePdf() {}

    static byte[] of(List<String> lines) {
        SimplePdf pdf = new SimplePdf();
        pdf.write(lines);
        return pdf.out.toByteArray();
    }

    private void write(List<String> lines) {
        int pages = Math.max(1, (lines.size() + LINES_PER_PAGE - 1) / LINES_PER_PAGE);
        raw("%PDF-1.4\n");
        object("<</Type/Catalog/Pages 2 0 R>>");
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages; i++) {
            kids.append(4 + 2 * i).append(" 0 R ");
        }
        object("<</Type/Pages/Count " + pages + "/Kids[" + kids + "]>>");
        object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        for (int i = 0; i < pages; i++) {
            int from = i * LINES_PER_PAGE;
            page(lines.subList(from, Math.min(lines.size(), from + LINES_PER_PAGE)));
        }
        end();
    }

    private void page(List<String> lines) {
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents "
                + (offsets.size() + 2) + " 0 R>>");
        StringBuilder text = new StringBuilder("BT /F1 11 Tf 15 TL 56 786 Td\n");
        lines.forEach(line -> text.append('(').append(escaped(line)).append(") Tj T*\n"));
        text.append("ET");
        object("<</Length " + text.length() + ">>stream\n" + text + "\nendstream");
    }

    private static String escaped(String line) {
        return line.replaceAll("[\\\\()]", "\\\\$0").replaceAll("[\\r\\n\\t]", " ");
    }

    private void object(String content) {
        offsets.add(out.size());
        raw(offsets.size() + " 0 obj" + content + "endobj\n");
    }

    private void end() {
        int table = out.size();
        raw("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> raw("%010d 00000 n \n".formatted(offset)));
        raw("trailer<</Size " + (offsets.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
    }

    private void raw(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
