package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DocumentId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real office files come back whole: one text is changed, and every part that nobody touched is the same byte for byte. */
class RealFilesTests extends DealRoom {

    private static final Path SAMPLES = Path.of("..", "shared", "data", "documents");
    private static final String NEW_TEXT = "Changed through DealDocs & saved – ä€";

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx", "pptx"})
    void aSampleKeepsWhatNobodyTouched(String type) throws Exception {
        Path sample = SAMPLES.resolve("sample." + type);
        assumeTrue(Files.exists(sample), "there is no sample of this type here");
        String changed = switch (type) {
            case "docx" -> "word/document.xml";
            case "xlsx" -> "xl/worksheets/sheet1.xml";
            default -> "ppt/slides/slide1.xml";
        };
        roundTrip(Files.readAllBytes(sample), type, changed);
    }

    @Test
    void aSheetOf5000RowsKeepsWhatNobodyTouched() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SXSSFWorkbook book = new SXSSFWorkbook()) {
            for (String name : List.of("Prices", "Stock")) {
                SXSSFSheet sheet = book.createSheet(name);
                for (int number = 0; number < 5000; number++) {
                    SXSSFRow row = sheet.createRow(number);
                    row.createCell(0).setCellValue("Article " + number);
                    row.createCell(1).setCellValue(number * 1.25);
                    row.createCell(2).setCellFormula("B" + (number + 1) + "*2");
                }
            }
            book.write(bytes);
        }
        roundTrip(bytes.toByteArray(), "xlsx", "xl/worksheets/sheet1.xml");
    }

    @Test
    void aDeckOf40SlidesKeepsWhatNobodyTouched() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XMLSlideShow deck = new XMLSlideShow()) {
            for (int number = 1; number <= 40; number++) {
                XSLFSlide slide =
                        deck.createSlide(deck.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT));
                slide.getPlaceholder(0).setText("Slide " + number);
                slide.getPlaceholder(1).setText("What slide " + number + " says");
            }
            deck.write(bytes);
        }
        roundTrip(bytes.toByteArray(), "pptx", "ppt/slides/slide1.xml");
    }

    private void roundTrip(byte[] original, String type, String changedPart) throws Exception {
        String name = fresh("Real") + "." + type;
        SandboxFile before = pipedrive().addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, name, original);
        String path = sessions.prepare(ADA, DEAL, new Ref("f" + before.id())).getPath();
        DocumentId document = DocumentId.parse(path.substring(path.lastIndexOf('/') + 1));
        try (HeadlessEditor editor = open(BEN, document)) {
            Map.Entry<String, String> words = editor.texts().entrySet().stream()
                    .filter(block -> !block.getValue().isBlank())
                    .findFirst()
                    .orElseThrow();
            editor.type(words.getKey(), NEW_TEXT);
        }
        await().atMost(PATIENCE).until(() -> origins(document).size() == 2);
        awaitPublished(document);
        SandboxFile after = only(name);
        assertThat(after.id()).isNotEqualTo(before.id());
        onlyChanged(original, after.bytes(), changedPart);
    }

    private static void onlyChanged(byte[] original, byte[] saved, String part) throws IOException {
        Map<String, byte[]> before = parts(original);
        Map<String, byte[]> after = parts(saved);
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        assertThat(before.keySet())
                .filteredOn(name -> !Arrays.equals(before.get(name), after.get(name)))
                .containsExactly(part);
        assertThat(new String(after.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8))
                .contains(NEW_TEXT.replace("&", "&amp;"));
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Path copy = Files.createTempFile("parts", ".zip");
        try {
            Files.write(copy, file);
            return parts(copy);
        } finally {
            Files.delete(copy);
        }
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream bytes = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), bytes.readAllBytes());
                }
            }
        }
        return parts;
    }
}
