package io.dealdocs.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Reads the text of office files with a library that is not ours. */
final class OfficeText {

    private OfficeText() {}

    static String of(String extension, byte[] file) {
        try (ByteArrayInputStream bytes = new ByteArrayInputStream(file)) {
            return switch (extension) {
                case "docx" -> word(bytes);
                case "xlsx" -> excel(bytes);
                case "pptx" -> slides(bytes);
                default -> throw new IllegalArgumentException(extension);
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String word(ByteArrayInputStream bytes) throws IOException {
        try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(bytes))) {
            return text.getText();
        }
    }

    private static String excel(ByteArrayInputStream bytes) throws IOException {
        try (XSSFExcelExtractor text = new XSSFExcelExtractor(new XSSFWorkbook(bytes))) {
            return text.getText();
        }
    }

    private static String slides(ByteArrayInputStream bytes) throws IOException {
        try (SlideShowExtractor<?, ?> text = new SlideShowExtractor<>(new XMLSlideShow(bytes))) {
            return text.getText();
        }
    }
}
