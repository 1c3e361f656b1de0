package io.dealdocs.sandbox.docs.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dealdocs.sandbox.docs.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text documents: the characters that changed, and no others. */
class TextDocumentTests {

    private static final Path SAMPLE = Path.of("../shared/data/documents/sample.docx");
    private static final Grammar WORD = new Grammar("w:", true);

    @TempDir
    private Path folder;

    private static List<String> paragraphs(Path file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        }
    }

    private static String edited(String paragraph, String text) {
        return ParagraphEdit.apply(
                paragraph,
                WORD,
                new Change(Change.Kind.TEXT, "p0", "", text, new Author("u", "U"), false, Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            <w:p/> ~ new ~ <w:p><w:r><w:t xml:space="preserve">new</w:t></w:r></w:p>
            <w:p w:id="1"></w:p> ~ new ~ <w:p w:id="1"><w:r><w:t xml:space="preserve">new</w:t></w:r></w:p>
            <w:p><w:r><w:t>ab</w:t></w:r></w:p> ~ ab ~ <w:p><w:r><w:t>ab</w:t></w:r></w:p>
            <w:p><w:r><w:t>ab</w:t></w:r></w:p> ~ axb ~ <w:p><w:r><w:t xml:space="preserve">axb</w:t></w:r></w:p>
            <w:p><w:r><w:t>a</w:t></w:r><w:r><w:b/><w:t>b</w:t></w:r></w:p> ~ axb ~ <w:p><w:r><w:t xml:space="preserve">ax</w:t></w:r><w:r><w:b/><w:t>b</w:t></w:r></w:p>
            <w:p><w:r><w:t>abc</w:t></w:r><w:r><w:t>def</w:t></w:r></w:p> ~ abXef ~ <w:p><w:r><w:t xml:space="preserve">abX</w:t></w:r><w:r><w:t xml:space="preserve">ef</w:t></w:r></w:p>
            <w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p> ~ ab ~ <w:p><w:r><w:t>a</w:t><w:t>b</w:t></w:r></w:p>
            <w:p><w:r><w:tab/></w:r></w:p> ~ '\tx' ~ <w:p><w:r><w:tab/><w:t xml:space="preserve">x</w:t></w:r></w:p>
            <w:p><w:r><w:t>a&amp;b</w:t></w:r></w:p> ~ a&b<c ~ <w:p><w:r><w:t xml:space="preserve">a&amp;b&lt;c</w:t></w:r></w:p>
            """)
    void changesTheCharactersThatDiffer(String before, String text, String after) {
        assertThat(edited(before, text.replace("\\t", "\t"))).isEqualTo(after);
    }

    @Test
    void spellsBreaksAndTabsAndReadsThemBack() {
        String paragraph = edited("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p>", "a\nb\tc");
        assertThat(paragraph).contains("<w:br/>", "<w:tab/>");
        assertThat(ParagraphXml.of(paragraph, WORD).text()).isEqualTo("a\nb\tc");
    }

    @Test
    void neverSplitsACharacterThatTakesTwoUnits() {
        String paragraph = edited("<w:p><w:r><w:t>\uD83D\uDE00</w:t></w:r></w:p>", "\uD83D\uDE01");
        assertThat(ParagraphXml.of(paragraph, WORD).text()).isEqualTo("\uD83D\uDE01");
    }

    @Test
    void leavesDeletedTextAndTextBoxesOutOfAParagraphsText() {
        String paragraph = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:del><w:r><w:delText>gone"
                + "</w:delText></w:r></w:del><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>"
                + "</w:txbxContent></w:pict></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>";
        assertThat(ParagraphXml.of(paragraph, WORD).text()).isEqualTo("new");
        assertThat(edited(paragraph, "newer")).contains("<w:t xml:space=\"preserve\">newer</w:t>", "box", "gone");
    }

    @Test
    void touchesNothingButTheMainPartOfARealDocument() throws Exception {
        assumeThat(SAMPLE).exists();
        Rewriting file = Rewriting.of(folder, Files.readAllBytes(SAMPLE), "docx");
        List<String> old = paragraphs(file.before);
        file.text("p1", "Changed by Ada")
                .add("n1", "p1", "Put behind it")
                .add("n2", "", "At the end")
                .write();
        file.changesOnly("word/document.xml");
        List<String> now = paragraphs(file.after);
        assertThat(now).hasSize(old.size() + 2);
        assertThat(now.get(0)).isEqualTo(old.get(0));
        assertThat(now.get(1)).isEqualTo("Changed by Ada");
        assertThat(now.get(2)).isEqualTo("Put behind it");
        assertThat(now.getLast()).isEqualTo("At the end");
    }

    @Test
    void givesBackTheVeryPartWhenTheTextIsTypedBack() throws Exception {
        assumeThat(SAMPLE).exists();
        Rewriting file = Rewriting.of(folder, Files.readAllBytes(SAMPLE), "docx");
        String text = ((Line) file.content().page(0, 0, 1).items().getFirst()).text();
        file.text("p0", "something else").text("p0", text).write();
        file.changesOnly();
    }

    @Test
    void addsToADocumentWithoutAnyParagraph() throws Exception {
        Rewriting file = Rewriting.of(folder, Documents.docx(), "docx");
        file.add("n1", "", "First").add("n2", "", "Second").write();
        assertThat(paragraphs(file.after)).containsExactly("First", "Second");
    }

    @Test
    void keepsSuggestionsApartFromWhatWasTypedBefore() throws Exception {
        Rewriting file = Rewriting.of(folder, Documents.docx("Ten days"), "docx");
        file.text("p0", "Ten working days").suggest("p0", "Ten calm days").write();
        String xml = file.part("word/document.xml");
        assertThat(xml).contains("<w:delText xml:space=\"preserve\">working</w:delText>", "w:author=\"Ben\"", ">calm<");
        assertThat(paragraphs(file.after)).containsExactly("Ten calm days");
    }

    @Test
    void refusesAPlaceThatIsNotThere() throws Exception {
        Rewriting file = Rewriting.of(folder, Documents.docx("One"), "docx");
        assertThatExceptionOfType(UnknownBlockException.class).isThrownBy(() -> file.text("p7", "x"));
        assertThatExceptionOfType(UnknownBlockException.class).isThrownBy(() -> file.add("n1", "p7", "x"));
    }
}
