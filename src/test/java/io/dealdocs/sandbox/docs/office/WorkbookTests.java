package io.dealdocs.sandbox.docs.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dealdocs.sandbox.docs.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks: the cells that were typed, and no others. */
class WorkbookTests {

    private static final Path SAMPLE = Path.of("../shared/data/documents/sample.xlsx");
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path folder;

    private static String cell(Path file, int sheet, String ref) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            CellAddress address = new CellAddress(ref);
            XSSFRow row = workbook.getSheetAt(sheet).getRow(address.getRow());
            XSSFCell cell = row == null ? null : row.getCell(address.getColumn());
            return new DataFormatter().formatCellValue(cell);
        }
    }

    @Test
    void touchesOnlyTheSheetAndOnlyTheRowsOfARealWorkbook() throws Exception {
        assumeThat(SAMPLE).exists();
        Rewriting file = Rewriting.of(folder, Files.readAllBytes(SAMPLE), "xlsx");
        file.text("0!C3", "Ruritania")
                .text("0!D3", "47")
                .text("0!A200", "far below")
                .write();
        file.changesOnly(SHEET);
        String row4 = file.partBefore(SHEET).replaceAll("(?s).*(<row [^>]*r=\"4\".*?</row>).*", "$1");
        assertThat(file.part(SHEET)).contains(row4);
        assertThat(cell(file.after, 0, "C3")).isEqualTo("Ruritania");
        assertThat(cell(file.after, 0, "A200")).isEqualTo("far below");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file.after))) {
            XSSFCell medals = workbook.getSheetAt(0).getRow(2).getCell(3);
            assertThat(medals.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(medals.getCellStyle().getIndex()).isEqualTo((short) 16);
        }
    }

    @Test
    void putsNewCellsAndRowsInOrder() throws Exception {
        Rewriting file = Rewriting.of(folder, Documents.xlsx(3, 3), "xlsx");
        file.text("F2", "f")
                .text("D2", "d")
                .text("B9", "nine")
                .text("A7", "seven")
                .write();
        String xml = file.part(SHEET);
        assertThat(xml.indexOf("r=\"D2\"")).isBetween(xml.indexOf("r=\"C2\""), xml.indexOf("r=\"F2\""));
        assertThat(xml.indexOf("<row r=\"7\"")).isBetween(xml.indexOf("r=\"3\""), xml.indexOf("<row r=\"9\""));
        assertThat(cell(file.after, 0, "F2")).isEqualTo("f");
        assertThat(cell(file.after, 0, "B9")).isEqualTo("nine");
        assertThat(cell(file.after, 0, "A1")).isEqualTo("r1c1");
    }

    @ParameterizedTest
    @CsvSource({
        "42, true",
        "-3.5, true",
        "0, true",
        "007, false",
        "+49 30, false",
        "1e5, false",
        "12345678901234567, false"
    })
    void makesNumbersOnlyOfWhatStaysTheSameAsANumber(String typed, boolean number) throws Exception {
        Rewriting file = Rewriting.of(folder, Documents.xlsx(1, 1), "xlsx");
        file.text("A1", typed).write();
        assertThat(file.part(SHEET).contains("<v>" + typed + "</v>")).isEqualTo(number);
        assertThat(file.part(SHEET).contains("inlineStr")).isEqualTo(!number);
    }

    @Test
    void writesTextAsItWasTypedAndEmptiesCells() throws Exception {
        Rewriting file = Rewriting.of(folder, Documents.xlsx(2, 3), "xlsx");
        file.text("A1", " <Zoë> & \"Co\"\nnext ")
                .text("C2", "")
                .text("1!A1", "other sheet")
                .write();
        file.changesOnly(SHEET, "xl/worksheets/sheet2.xml");
        assertThat(cell(file.after, 0, "A1")).isEqualTo(" <Zoë> & \"Co\"\nnext ");
        assertThat(cell(file.after, 0, "C2")).isEmpty();
        assertThat(cell(file.after, 1, "A1")).isEqualTo("other sheet");
    }

    @Test
    void refusesToTypeOverAFormula() throws Exception {
        assumeThat(SAMPLE).exists();
        Rewriting file = Rewriting.of(folder, Files.readAllBytes(SAMPLE), "xlsx");
        assertThatExceptionOfType(UnknownBlockException.class).isThrownBy(() -> file.text("G3", "1"));
        assertThatExceptionOfType(UnknownBlockException.class).isThrownBy(() -> file.text("9!A1", "1"));
        assertThatExceptionOfType(UnknownBlockException.class).isThrownBy(() -> file.text("A0", "1"));
    }

    @Test
    void keepsFiveThousandRowsWhateverIsShown() throws Exception {
        Rewriting file = Rewriting.of(folder, Documents.xlsx(5000, 12), "xlsx");
        long started = System.nanoTime();
        Page page = file.content().page(0, 0, 100);
        file.text("A4321", "deep down").text("M5001", "below all").write();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        assertThat(page.total()).isEqualTo(5000);
        assertThat(page.items()).hasSize(100);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file.after))) {
            assertThat(workbook.getSheetAt(0).getPhysicalNumberOfRows()).isEqualTo(5001);
            assertThat(workbook.getSheetAt(0).getRow(4320).getCell(0).getStringCellValue())
                    .isEqualTo("deep down");
            assertThat(workbook.getSheetAt(0).getRow(4999).getCell(11).getStringCellValue())
                    .isEqualTo("r5000c12");
        }
    }
}
