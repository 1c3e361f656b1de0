package io.dealdocs.documents;

import java.util.List;

/** The parts of each kind of blank document, in the order in which they lie in the archive. */
final class BlankParts {

    /**
     * A part of an archive.
     *
     * @param name where it lies in the archive
     * @param template the text that it is made of
     */
    record Part(String name, String template) {}

    private static final List<Part> WORD = List.of(
            new Part("[Content_Types].xml", "docx/types.xml"),
            new Part("_rels/.rels", "docx/package.rels"),
            new Part("word/document.xml", "docx/document.xml"),
            new Part("word/_rels/document.xml.rels", "docx/document.rels"),
            new Part("word/styles.xml", "docx/styles.xml"),
            new Part("word/settings.xml", "docx/settings.xml"),
            new Part("word/fontTable.xml", "docx/fontTable.xml"),
            new Part("word/theme/theme1.xml", "common/theme.xml"),
            new Part("docProps/core.xml", "common/core.xml"),
            new Part("docProps/app.xml", "common/app.xml"));

    private static final List<Part> SHEET = List.of(
            new Part("[Content_Types].xml", "xlsx/types.xml"),
            new Part("_rels/.rels", "xlsx/package.rels"),
            new Part("xl/workbook.xml", "xlsx/workbook.xml"),
            new Part("xl/_rels/workbook.xml.rels", "xlsx/workbook.rels"),
            new Part("xl/worksheets/sheet1.xml", "xlsx/sheet.xml"),
            new Part("xl/styles.xml", "xlsx/styles.xml"),
            new Part("xl/theme/theme1.xml", "common/theme.xml"),
            new Part("docProps/core.xml", "common/core.xml"),
            new Part("docProps/app.xml", "common/app.xml"));

    private static final List<Part> SLIDES = List.of(
            new Part("[Content_Types].xml", "pptx/types.xml"),
            new Part("_rels/.rels", "pptx/package.rels"),
            new Part("ppt/presentation.xml", "pptx/presentation.xml"),
            new Part("ppt/_rels/presentation.xml.rels", "pptx/presentation.rels"),
            new Part("ppt/slideMasters/slideMaster1.xml", "pptx/master.xml"),
            new Part("ppt/slideMasters/_rels/slideMaster1.xml.rels", "pptx/master.rels"),
            new Part("ppt/slideLayouts/slideLayout1.xml", "pptx/layoutTitle.xml"),
            new Part("ppt/slideLayouts/_rels/slideLayout1.xml.rels", "pptx/layout.rels"),
            new Part("ppt/slideLayouts/slideLayout2.xml", "pptx/layoutContent.xml"),
            new Part("ppt/slideLayouts/_rels/slideLayout2.xml.rels", "pptx/layout.rels"),
            new Part("ppt/slideLayouts/slideLayout3.xml", "pptx/layoutBlank.xml"),
            new Part("ppt/slideLayouts/_rels/slideLayout3.xml.rels", "pptx/layout.rels"),
            new Part("ppt/slides/slide1.xml", "pptx/slide.xml"),
            new Part("ppt/slides/_rels/slide1.xml.rels", "pptx/slide.rels"),
            new Part("ppt/theme/theme1.xml", "common/theme.xml"),
            new Part("ppt/presProps.xml", "pptx/presProps.xml"),
            new Part("ppt/viewProps.xml", "pptx/viewProps.xml"),
            new Part("ppt/tableStyles.xml", "pptx/tableStyles.xml"),
            new Part("docProps/core.xml", "common/core.xml"),
            new Part("docProps/app.xml", "common/app.xml"));

    private BlankParts() {}

    static List<Part> of(DocumentKind kind) {
        return switch (kind) {
            case DOCUMENT -> WORD;
            case SPREADSHEET -> SHEET;
            case PRESENTATION -> SLIDES;
        };
    }
}
