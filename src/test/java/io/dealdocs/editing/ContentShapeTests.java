package io.dealdocs.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.onlyoffice.DocumentServerException.Damaged;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes as a whole file of a format, however it is read. */
class ContentShapeTests {

    private static final byte[] COMPOUND = HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(600));

    private static final byte[] PAGE = "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aWholeArchivePassesByteForByteWhateverTheSizeOfItsPieces() throws Exception {
        byte[] whole = archive(200_000, "");
        for (int piece : new int[] {1, 7, 1000, 65_536, 65_557, 65_558, 300_000}) {
            assertThat(read("docx", whole, true, piece)).isEqualTo(whole);
        }
    }

    @Test
    void anArchiveIsWholeOnlyWithItsLastByteAndNothingBehind() throws Exception {
        byte[] whole = archive(200_000, "");
        for (int missing : new int[] {1, 2, 21, 22, 23, 100, 1000, whole.length - 8}) {
            refused("docx", Arrays.copyOf(whole, whole.length - missing));
        }
        refused("docx", Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void anArchiveWithAHoleIsNotWhole() throws Exception {
        byte[] whole = archive(200_000, "");
        byte[] holed = Arrays.copyOf(whole, whole.length - 500);
        System.arraycopy(whole, whole.length - 1000, holed, holed.length - 1000, 1000);
        refused("docx", holed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 65_535})
    void anArchiveMayEndWithARemark(int length) throws Exception {
        byte[] whole = archive(100, "r".repeat(length));
        accepted("docx", whole);
        refused("docx", Arrays.copyOf(whole, whole.length - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx", "pptx", "docm", "xlsb", "potx"})
    void anOfficeFileIsAnArchiveOrWithAPasswordACompoundFile(String type) throws Exception {
        accepted(type, archive(100, ""));
        accepted(type, COMPOUND);
        refused(type, "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        refused(type, "<html>".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"odt", "ods", "odp", "epub"})
    void anOpenDocumentIsAnArchive(String type) throws Exception {
        accepted(type, archive(100, ""));
        refused(type, COMPOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"doc", "xls", "ppt"})
    void anOldOfficeFileIsACompoundFile(String type) {
        accepted(type, COMPOUND);
        refused(type, "<html>".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aPdfEndsWithItsMark() {
        accepted("pdf", "%PDF-1.7\nobjects\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        accepted("pdf", ("%PDF-1.7\nobjects\n%%EOF" + "\n".repeat(1000)).getBytes(StandardCharsets.US_ASCII));
        refused("pdf", "%PDF-1.7\nobjects\n%%EO".getBytes(StandardCharsets.US_ASCII));
        refused("pdf", ("%PDF-1.7\n%%EOF" + "object".repeat(200)).getBytes(StandardCharsets.US_ASCII));
        refused("pdf", "<html>%%EOF".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "csv", "html", "unheard", ""})
    void whatHasNoMarkIsTakenUnlessItIsEmpty(String type) {
        accepted(type, "<html>".getBytes(StandardCharsets.US_ASCII));
        refused(type, new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "odt", "doc", "pdf"})
    void whatIsShorterThanItsMarkIsNone(String type) {
        for (int length = 0; length < 5; length++) {
            refused(type, Arrays.copyOf("PK\3\4".getBytes(StandardCharsets.ISO_8859_1), length));
        }
    }

    @Test
    void whatIsLeftOfAFailedSaveNeedNotBeWholeButMustBegin() throws Exception {
        byte[] half = Arrays.copyOf(archive(1000, ""), 500);
        assertThat(read("docx", half, false, 100)).isEqualTo(half);
        assertThatExceptionOfType(Damaged.class).isThrownBy(() -> read("docx", PAGE, false, 100));
    }

    private static void accepted(String type, byte[] content) {
        assertThatCode(() -> read(type, content, true, 1000)).doesNotThrowAnyException();
    }

    private static void refused(String type, byte[] content) {
        assertThatExceptionOfType(Damaged.class).isThrownBy(() -> read(type, content, true, 1000));
    }

    private static byte[] read(String type, byte[] content, boolean whole, int piece) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream checked =
                new CheckedContent(new ByteArrayInputStream(content), ContentShape.of(type), whole)) {
            byte[] buffer = new byte[piece];
            for (int count = checked.read(buffer); count >= 0; count = checked.read(buffer)) {
                read.write(buffer, 0, count);
            }
        }
        return read.toByteArray();
    }

    /** An archive that cannot be packed smaller than this. */
    private static byte[] archive(int size, String remark) throws IOException {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment(remark);
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(noise);
        }
        return bytes.toByteArray();
    }
}
