package io.dealdocs.sandbox.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Documents made by a library that is not the sandbox's own code. */
public final class Documents {

    private Documents() {}

    /** A text document of these paragraphs. */
    public static byte[] docx(String... paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    /** A workbook whose cells say where they are, numbers in the second column. */
    public static byte[] xlsx(int rows, int columns) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("Prices");
            for (int r = 0; r < rows; r++) {
                XSSFRow row = sheet.createRow(r);
                for (int c = 0; c < columns; c++) {
                    if (c == 1) {
                        row.createCell(c).setCellValue(r);
                    } else {
                        row.createCell(c).setCellValue("r" + (r + 1) + "c" + (c + 1));
                    }
                }
            }
            workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("second sheet");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** A presentation with a title on each slide and an empty body. */
    public static byte[] pptx(int slides) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var layout = show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT);
            for (int i = 1; i <= slides; i++) {
                XSLFSlide slide = show.createSlide(layout);
                slide.getPlaceholder(0).setText("Slide number " + i);
                slide.getPlaceholder(1).clearText();
            }
            show.write(out);
            return out.toByteArray();
        }
    }
}
