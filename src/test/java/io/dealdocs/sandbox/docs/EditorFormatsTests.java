package io.dealdocs.sandbox.docs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The editor page changes all three kinds of documents by keyboard. */
class EditorFormatsTests {

    private static BrowserStage pages;
    private static Stage stage;

    @BeforeAll
    static void start() throws IOException {
        pages = new BrowserStage();
        stage = pages.stage;
    }

    @AfterEach
    void reset() {
        pages.reset();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void changesCellsOldAndNew() throws Exception {
        Page page = pages.open(pages.file("b7", "xlsx", Documents.xlsx(5000, 5)).signed(), BrowserStage.EVENTS);
        pages.ready(page);
        pages.type(page, "cell-A2", " edited");
        page.keyboard().press("Enter");
        page.keyboard().type("X");
        pages.editor(page).getByTestId("cell-F4").click();
        page.keyboard().type("new");
        pages.editor(page).getByTestId("sheet-1").click();
        pages.type(page, "cell-A1", " too");
        pages.sent(page);
        page.close();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(pages.saved("b7")))) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("r2c1 edited");
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .contains("X");
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(5).getStringCellValue())
                    .isEqualTo("new");
            assertThat(workbook.getSheetAt(0).getRow(4999).getCell(4).getStringCellValue())
                    .isEqualTo("r5000c5");
            assertThat(workbook.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("second sheet too");
        }
    }

    @Test
    void fillsPlaceholdersAndAddsLinesToSlides() throws Exception {
        Page page = pages.open(pages.file("b8", "pptx", Documents.pptx(40)).signed(), BrowserStage.EVENTS);
        pages.ready(page);
        pages.type(page, "paragraph-s1p0", ", changed");
        pages.editor(page).getByTestId("paragraph-s1p1").click();
        page.keyboard().type("Into the placeholder");
        pages.editor(page).getByTestId("add-text-2").click();
        page.keyboard().type("A line of its own");
        pages.sent(page);
        page.close();
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(pages.saved("b8")))) {
            assertThat(texts(show, 0)).containsExactly("Slide number 1, changed", "Into the placeholder");
            assertThat(texts(show, 1)).containsExactly("Slide number 2", "A line of its own");
            assertThat(texts(show, 39)).contains("Slide number 40");
        }
    }

    @Test
    void splitsAParagraphAtTheCursor() throws Exception {
        Page page = pages.open(stage.docx("b9", "Before after").signed(), BrowserStage.EVENTS);
        pages.ready(page);
        pages.editor(page).getByTestId("paragraph-p0").click();
        page.keyboard().press("Home");
        for (int i = 0; i < "Before".length(); i++) {
            page.keyboard().press("ArrowRight");
        }
        page.keyboard().press("Enter");
        page.keyboard().type("New");
        pages.sent(page);
        page.close();
        assertThat(Stage.text(new ByteArrayInputStream(pages.saved("b9")))).isEqualTo("Before|New after");
    }

    private static List<String> texts(XMLSlideShow show, int slide) {
        return show.getSlides().get(slide).getShapes().stream()
                .map(shape -> ((XSLFTextShape) shape).getText())
                .toList();
    }
}
