package io.dealdocs.sandbox.docs.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dealdocs.sandbox.docs.Documents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presentations: the slides that were changed, and no others. */
class PresentationTests {

    private static final Path SAMPLE = Path.of("../shared/data/documents/sample.pptx");

    @TempDir
    private Path folder;

    private static List<String> texts(Path file, int slide) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(Files.newInputStream(file))) {
            return show.getSlides().get(slide - 1).getShapes().stream()
                    .filter(XSLFTextShape.class::isInstance)
                    .map(shape -> ((XSLFTextShape) shape).getText())
                    .toList();
        }
    }

    @Test
    void touchesOnlyTheSlidesThatWereChanged() throws Exception {
        assumeThat(SAMPLE).exists();
        Rewriting file = Rewriting.of(folder, Files.readAllBytes(SAMPLE), "pptx");
        Line title = (Line) file.content().page(0, 0, 1).items().getFirst();
        assertThat(title.text()).isEqualTo("How They \nThrow Out\na Challenge");
        file.text("s1p0", "How We \nThrow Out\na Challenge")
                .add("n1", "s3", "A new line")
                .write();
        file.changesOnly("ppt/slides/slide1.xml", "ppt/slides/slide3.xml");
        assertThat(texts(file.after, 1).toString()).contains("How We ");
        assertThat(texts(file.after, 3).toString()).contains("A new line");
        assertThat(file.part("ppt/slides/slide1.xml").replace("How We ", "How They "))
                .isEqualTo(file.partBefore("ppt/slides/slide1.xml"));
    }

    @Test
    void fillsAnEmptyPlaceholderWithTheFirstNewLine() throws Exception {
        Rewriting file = Rewriting.of(folder, Documents.pptx(2), "pptx");
        file.add("n1", "s2", "First").add("n2", "s2", "Second").write();
        assertThat(texts(file.after, 2)).containsExactly("Slide number 2", "First\nSecond");
        assertThat(texts(file.after, 1)).containsExactly("Slide number 1", "");
    }

    @Test
    void startsABlankPresentationThatOthersCanRead() throws Exception {
        Path blank = folder.resolve("blank.pptx");
        Contents.blank(blank, "pptx");
        Rewriting file = Rewriting.of(folder, Files.readAllBytes(blank), "pptx");
        file.text("s1p0", "Title").add("n1", "s1", "Line").write();
        assertThat(texts(file.after, 1)).containsExactly("Title", "Line");
    }

    @Test
    void makesATextBoxOnASlideWithoutText() throws Exception {
        byte[] bare;
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            show.createSlide();
            show.write(out);
            bare = out.toByteArray();
        }
        Rewriting file = Rewriting.of(folder, bare, "pptx");
        file.add("n1", "s1", "From nothing").add("n2", "s1", "And more").write();
        assertThat(texts(file.after, 1)).containsExactly("From nothing\nAnd more");
    }

    @Test
    void workOnFortySlidesWhateverIsShown() throws Exception {
        Rewriting file = Rewriting.of(folder, Documents.pptx(40), "pptx");
        assertThat(file.content().page(0, 0, 5).total()).isEqualTo(40);
        file.text("s40p0", "The last one").write();
        assertThat(texts(file.after, 40)).contains("The last one");
        assertThat(texts(file.after, 39)).contains("Slide number 39");
    }
}
