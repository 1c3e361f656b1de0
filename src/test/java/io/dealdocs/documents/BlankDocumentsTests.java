package io.dealdocs.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BlankDocumentsTests {

    private static final List<String> LETTER = List.of("en-US");
    private static final List<String> RIGHT_TO_LEFT = List.of("ar-SA", "he-IL", "ur-PK");
    private static final List<String> EAST_ASIAN = List.of("ja-JP", "ko-KR", "zh-CN", "zh-TW");

    private final BlankDocuments blanks = new GeneratedBlankDocuments();

    /** The languages that a person may expect (onlyoffice-docs-api contract, section 22). */
    static Stream<String> tags() {
        return Arrays.stream(("ar-SA az-Latn-AZ bg-BG ca-ES cs-CZ da-DK de-DE el-GR en-GB en-US es-ES eu-ES fi-FI fr-FR"
                        + " gl-ES he-IL hu-HU hy-AM id-ID it-IT ja-JP ko-KR lv-LV ms-MY nb-NO nl-NL pl-PL pt-BR pt-PT"
                        + " ro-RO ru-RU si-LK sk-SK sl-SI sq-AL sr-Cyrl-RS sr-Latn-RS sv-SE tr-TR uk-UA ur-PK vi-VN"
                        + " zh-CN zh-TW")
                .split(" "));
    }

    @Test
    void speaksAllLanguagesThatAPersonMayExpect() {
        assertThat(tags())
                .hasSize(44)
                .allSatisfy(tag -> assertThat(
                                BlankLanguage.of(Locale.forLanguageTag(tag)).tag())
                        .isEqualTo(tag));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void makesAnEmptyTextInThePersonsLanguageOnThePersonsPaper(String tag) throws Exception {
        var archive = archive(DocumentKind.DOCUMENT, tag);
        archive.keepsTheRules();
        assertThat(archive.attribute("word/styles.xml", "lang", "val")).isEqualTo(tag);
        assertThat(archive.attribute("word/styles.xml", "lang", "eastAsia"))
                .isEqualTo(EAST_ASIAN.contains(tag) ? tag : "en-US");
        assertThat(archive.attribute("word/styles.xml", "lang", "bidi"))
                .isEqualTo(RIGHT_TO_LEFT.contains(tag) ? tag : "ar-SA");
        assertThat(archive.elements("word/document.xml", "bidi")).hasSize(RIGHT_TO_LEFT.contains(tag) ? 1 : 0);
        assertThat(archive.attribute("word/document.xml", "pgSz", "w"))
                .isEqualTo(LETTER.contains(tag) ? "12240" : "11906");
        assertThat(archive.attribute("word/document.xml", "pgSz", "h"))
                .isEqualTo(LETTER.contains(tag) ? "15840" : "16838");
        try (var document = new XWPFDocument(open(DocumentKind.DOCUMENT, tag))) {
            assertThat(document.getParagraphs()).hasSize(1);
            assertThat(document.getStyles().getStyleWithName("heading 1")).isNotNull();
            assertThat(document.getProperties()
                            .getCoreProperties()
                            .getUnderlyingProperties()
                            .getLanguageProperty())
                    .contains(tag);
        }
    }

    @ParameterizedTest
    @MethodSource("tags")
    void makesAnEmptySpreadsheetWithOneSheet(String tag) throws Exception {
        var archive = archive(DocumentKind.SPREADSHEET, tag);
        archive.keepsTheRules();
        try (var workbook = new XSSFWorkbook(open(DocumentKind.SPREADSHEET, tag))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).hasSizeBetween(2, 31).endsWith("1");
            assertThat(sheet.getPhysicalNumberOfRows()).isZero();
            assertThat(sheet.isRightToLeft()).isEqualTo(RIGHT_TO_LEFT.contains(tag));
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) (LETTER.contains(tag) ? 1 : 9));
            assertThat(workbook.getProperties()
                            .getCoreProperties()
                            .getUnderlyingProperties()
                            .getLanguageProperty())
                    .contains(tag);
        }
    }

    @ParameterizedTest
    @MethodSource("tags")
    void makesAPresentationWithAnEmptyTitleSlide(String tag) throws Exception {
        var archive = archive(DocumentKind.PRESENTATION, tag);
        archive.keepsTheRules();
        assertThat(archive.attribute("ppt/presentation.xml", "defRPr", "lang")).isEqualTo(tag);
        for (var part : List.of("ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml")) {
            assertThat(archive.attribute(part, "lvl1pPr", "rtl")).isEqualTo(RIGHT_TO_LEFT.contains(tag) ? "1" : "0");
        }
        assertThat(archive.elements("ppt/slides/slide1.xml", "endParaRPr"))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text.getAttribute("lang")).isEqualTo(tag));
        try (var show = new XMLSlideShow(open(DocumentKind.PRESENTATION, tag))) {
            assertThat(show.getPageSize()).hasToString("java.awt.Dimension[width=960,height=540]");
            assertThat(show.getSlides()).hasSize(1);
            var slide = show.getSlides().getFirst();
            assertThat(slide.getSlideLayout().getName()).isEqualTo("Title Slide");
            assertThat(slide.getPlaceholders())
                    .hasSize(2)
                    .allSatisfy(p -> assertThat(p.getText()).isEmpty());
            assertThat(slide.getPlaceholder(0).getAnchor().getWidth()).isGreaterThan(500);
            assertThat(show.getSlideMasters().getFirst().getSlideLayouts()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en,en-US,12240",
        "en-DE,en-GB,11906",
        "en-PH,en-PH,12240",
        "fr-CA,fr-CA,12240",
        "es-MX,es-MX,12240",
        "es-AR,es-AR,11906",
        "es-US,es-US,12240",
        "de-AT,de-AT,11906",
        "de-US,de-DE,12240",
        "nn,nn-NO,11906",
        "no-NO,nb-NO,11906",
        "pt,pt-BR,11906",
        "sr,sr-Latn-RS,11906",
        "zh-Hant,zh-TW,11906",
        "zh-Hans-SG,zh-SG,11906",
        "zh-HK,zh-HK,11906",
        "th-TH,th-TH,11906",
        "tlh-DE,en-GB,11906",
        "und,en-US,12240",
        "de-DE-u-co-phonebk,de-DE,11906"
    })
    void findsTheNearestLanguageAndThePaperOfTheCountry(String person, String tag, String width) throws Exception {
        var archive = archive(DocumentKind.DOCUMENT, person);
        assertThat(archive.attribute("word/styles.xml", "lang", "val")).isEqualTo(tag);
        assertThat(archive.attribute("word/document.xml", "pgSz", "w")).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"de-DE,Tabelle1", "pt-BR,Planilha1", "pt-PT,Folha1", "sr-Cyrl-RS,Лист1", "sr-RS,List1", "en-GB,Sheet1"})
    void namesTheSheetInThePersonsLanguage(String tag, String name) throws Exception {
        assertThat(archive(DocumentKind.SPREADSHEET, tag).attribute("xl/workbook.xml", "sheet", "name"))
                .isEqualTo(name);
    }

    @Test
    void givesEastAsianTextAFontThatHasItsCharacters() throws Exception {
        assertThat(archive(DocumentKind.DOCUMENT, "ja-JP").attribute("word/styles.xml", "rFonts", "eastAsia"))
                .isEqualTo("Yu Gothic");
        assertThat(archive(DocumentKind.PRESENTATION, "zh-TW").attribute("ppt/theme/theme1.xml", "ea", "typeface"))
                .isEqualTo("Microsoft JhengHei");
    }

    @Test
    void makesTheSameBytesForTheSameWish() throws Exception {
        for (var kind : DocumentKind.values()) {
            var content = blanks.create(kind, Locale.GERMANY);
            try (var first = content.open();
                    var again = content.open();
                    var other = blanks.create(kind, Locale.GERMANY).open()) {
                var bytes = first.readAllBytes();
                assertThat(content.size()).isEqualTo(bytes.length).isBetween(1000L, 20_000L);
                assertThat(again.readAllBytes()).isEqualTo(bytes);
                assertThat(other.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    private BlankArchive archive(DocumentKind kind, String tag) throws IOException {
        return new BlankArchive(blanks.create(kind, Locale.forLanguageTag(tag)));
    }

    private java.io.InputStream open(DocumentKind kind, String tag) throws IOException {
        return blanks.create(kind, Locale.forLanguageTag(tag)).open();
    }
}
