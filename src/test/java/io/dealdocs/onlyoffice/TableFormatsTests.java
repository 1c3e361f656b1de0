package io.dealdocs.onlyoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TableFormatsTests {

    private static final Path ORIGINAL = Path.of("../shared/data/onlyoffice-docs-formats.json");

    private final Formats formats = new TableFormats();

    @Test
    void knowsAllFormatsOnce() {
        assertThat(formats.all()).hasSize(86).doesNotHaveDuplicates();
    }

    @Test
    void countsWhatTheContractCounts() {
        assertThat(able(Format.Action.VIEW)).hasSize(75);
        assertThat(able(Format.Action.EDIT)).hasSize(16);
        assertThat(able(Format.Action.LOSSY_EDIT)).hasSize(13);
        assertThat(able(Format.Action.REVIEW)).hasSize(7);
        assertThat(able(Format.Action.COMMENT)).hasSize(23);
        assertThat(able(Format.Action.FILL)).containsExactly("pdf");
        assertThat(able(Format.Action.CUSTOM_FILTER)).hasSize(9);
        assertThat(able(Format.Action.ENCRYPT)).hasSize(22);
        assertThat(able(Format.Action.AUTO_CONVERT)).hasSize(42);
    }

    @Test
    void findsTheFormatOfAName() {
        assertThat(formats.ofName("Offer v1.2.DOCX"))
                .get()
                .extracting(Format::extension)
                .isEqualTo("docx");
        assertThat(formats.ofName("a.tar.zip")).get().extracting(Format::type).isEqualTo(Format.Type.NONE);
        assertThat(formats.ofName("docx")).isEmpty();
        assertThat(formats.ofName("a.")).isEmpty();
        assertThat(formats.ofName("")).isEmpty();
        assertThat(formats.ofName("a.exe")).isEmpty();
        assertThat(formats.ofName("a.docx.exe")).isEmpty();
        assertThat(formats.ofName("a.#")).isEmpty();
    }

    @Test
    void editsTheThreeFormatsThatComeBackAsTheyWent() {
        assertThat(formats.all().stream().filter(Format::editable).map(Format::extension))
                .containsExactlyInAnyOrder("docx", "xlsx", "pptx");
    }

    @Test
    void sendsFilesWithTheirMediaType() {
        assertThat(mediaType("a.docx"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(mediaType("a.wpt")).isEqualTo("application/octet-stream");
        assertThat(mediaType("a.vsdx")).isEqualTo("application/vnd.ms-visio.drawing");
    }

    @Test
    void saysWhatTheOriginalTableSays() throws Exception {
        assumeTrue(Files.exists(ORIGINAL));
        var original = DocsTokenFixture.JSON.readTree(Files.readString(ORIGINAL));
        assertThat(formats.all())
                .containsExactlyElementsOf(StreamSupport.stream(original.spliterator(), false)
                        .map(TableFormatsTests::format)
                        .toList());
    }

    private static Format format(JsonNode row) {
        var type = row.get("type").stringValue();
        return new Format(
                row.get("name").stringValue(),
                type.isEmpty() ? Format.Type.NONE : Format.Type.valueOf(type.toUpperCase(Locale.ROOT)),
                CallbackReader.texts(row.get("actions")).stream()
                        .map(TableFormatsTests::action)
                        .collect(Collectors.toSet()),
                CallbackReader.texts(row.get("mime")).stream()
                        .flatMap(types -> Arrays.stream(types.split(", ", -1)))
                        .toList());
    }

    private static Format.Action action(String name) {
        return name.equals("customfilter")
                ? Format.Action.CUSTOM_FILTER
                : Format.Action.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private Set<String> able(Format.Action action) {
        return formats.all().stream()
                .filter(format -> format.actions().contains(action))
                .map(Format::extension)
                .collect(Collectors.toSet());
    }

    private String mediaType(String name) {
        return List.of(formats.ofName(name).orElseThrow().mediaType()).getFirst();
    }
}
