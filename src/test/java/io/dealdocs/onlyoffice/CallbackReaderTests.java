package io.dealdocs.onlyoffice;

import static io.dealdocs.onlyoffice.DocsTokenFixture.inBody;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackReaderTests {

    private static final String URL =
            "https://docs.example/cache/files/data/K1_1/output.docx/output.docx?md5=a&expires=9";
    private static final String FILE = ",\"url\":\"" + URL + "\",\"filetype\":\"docx\"";

    @Test
    void tellsWhoIsInAndWhoCameAndWent() throws Exception {
        assertThat(read(
                        1,
                        ",\"users\":[\"u1\",\"u2\"],\"actions\":[{\"type\":1,\"userid\":\"u2\"},"
                                + "{\"type\":0,\"userid\":\"u3\"},{\"type\":2,\"userid\":\"u1\"}]"))
                .isEqualTo(new Callback.Editing("K1", List.of("u1", "u2"), List.of("u2"), List.of("u3")));
    }

    @Test
    void readsAnAnswerToInfoThatHasNoActions() throws Exception {
        assertThat(read(1, ",\"users\":[\"u1\"],\"userdata\":\"tag\""))
                .isEqualTo(new Callback.Editing("K1", List.of("u1"), List.of(), List.of()));
    }

    @Test
    void readsEverythingOfASave() throws Exception {
        var read = read(
                2,
                FILE
                        + ",\"changesurl\":\"https://docs.example/c.zip\",\"history\":{\"serverVersion\":\"9.3.1\",\"changes\":[{\"created\":\"2026-03-01"
                        + " 09:59:00\",\"user\":{\"id\":\"u1\",\"name\":\"Ada\"}}]},"
                        + "\"users\":[\"u2\"],\"actions\":[{\"type\":0,\"userid\":\"u1\"}],\"notmodified\":true,"
                        + "\"lastsave\":\"2026-03-01T09:59:30.000Z\"");
        assertThat(read)
                .isEqualTo(new Callback.ReadyToSave(
                        "K1",
                        new SavedFile(
                                URI.create(URL),
                                "docx",
                                Optional.of(URI.create("https://docs.example/c.zip")),
                                Optional.of("9.3.1"),
                                Optional.of("[{\"created\":\"2026-03-01"
                                        + " 09:59:00\",\"user\":{\"id\":\"u1\",\"name\":\"Ada\"}}]"),
                                Optional.of("u2"),
                                Optional.of(Instant.parse("2026-03-01T09:59:30Z")),
                                true)));
    }

    @Test
    void readsAForceSaveWithOurTag() throws Exception {
        var read = (Callback.ForceSaved) read(6, FILE + ",\"forcesavetype\":0,\"userdata\":\"tag\"");
        assertThat(read.userData()).contains("tag");
        assertThat(read.file().url()).isEqualTo(URI.create(URL));
        assertThat(((Callback.ForceSaved) read(6, FILE + ",\"forcesavetype\":1")).userData())
                .isEmpty();
    }

    @Test
    void readsFailuresWithAndWithoutAFile() throws Exception {
        assertThat(read(3, "")).isEqualTo(new Callback.SaveFailed("K1", Optional.empty()));
        assertThat(read(7, "")).isEqualTo(new Callback.ForceSaveFailed("K1", Optional.empty()));
        assertThat(((Callback.SaveFailed) read(3, FILE)).file()).isPresent();
        assertThat(((Callback.ForceSaveFailed) read(7, FILE)).file()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"url\":null",
                ",\"url\":7",
                ",\"url\":\"\"",
                ",\"url\":\"not an address\"",
                ",\"url\":\"https://\"",
                ",\"url\":\"/relative\"",
                ",\"url\":\"mailto:a@b\""
            })
    void takesASaveWithoutAUsableAddressForAFailure(String url) throws Exception {
        assertThat(read(2, url)).isEqualTo(new Callback.SaveFailed("K1", Optional.empty()));
        assertThat(read(6, url)).isEqualTo(new Callback.ForceSaveFailed("K1", Optional.empty()));
    }

    @Test
    void readsTheEndWithoutChanges() throws Exception {
        assertThat(read(4, ",\"actions\":[{\"type\":0,\"userid\":\"u1\"}]"))
                .isEqualTo(new Callback.ClosedUnchanged("K1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 8, 99, -1})
    void passesOnWhatItDoesNotKnow(int status) throws Exception {
        assertThat(read(status, "")).isEqualTo(new Callback.Unknown("K1", status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"users\":null,\"actions\":null",
                ",\"users\":\"u1\",\"actions\":{\"type\":1}",
                ",\"users\":[7,null,{}],\"actions\":[7,null,{},{\"type\":\"1\",\"userid\":\"u\"},{\"type\":1}]",
                ",\"users\":{},\"actions\":[{\"type\":1,\"userid\":7},{\"type\":1.5,\"userid\":\"u\"}]"
            })
    void whereNothingReadableIsToldOfPeopleItIsNotTakenForNobody(String odd) throws Exception {
        assertThat(read(1, odd)).isEqualTo(new Callback.Unknown("K1", 1));
    }

    @Test
    void nobodyIsToldByAnEmptyList() throws Exception {
        assertThat(read(1, ",\"users\":[]")).isEqualTo(new Callback.Editing("K1", List.of(), List.of(), List.of()));
    }

    @Test
    void whoCameIsInWhereTheOthersAreNotTold() throws Exception {
        assertThat(read(1, ",\"actions\":[{\"type\":1,\"userid\":\"u1\"}]"))
                .isEqualTo(new Callback.Editing("K1", List.of("u1"), List.of("u1"), List.of()));
        assertThat(read(1, ",\"users\":[7,\"u2\"]"))
                .isEqualTo(new Callback.Editing("K1", List.of("u2"), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"history\":null,\"changesurl\":null,\"lastsave\":null,\"notmodified\":null,\"users\":null",
                ",\"history\":{},\"changesurl\":7,\"lastsave\":\"yesterday\",\"notmodified\":\"true\",\"users\":[]",
                ",\"history\":\"x\",\"changesurl\":\"\",\"lastsave\":7,\"notmodified\":1,\"users\":[null]",
                ",\"history\":{\"serverVersion\":9,\"changes\":{}}",
                ",\"history\":{\"serverVersion\":null,\"changes\":[]},\"somethingNew\":{\"deep\":[1]}"
            })
    void toleratesOddThingsBesideTheFile(String odd) throws Exception {
        var none = Optional.<String>empty();
        assertThat(read(2, FILE + odd))
                .isEqualTo(new Callback.ReadyToSave(
                        "K1",
                        new SavedFile(
                                URI.create(URL), "docx", Optional.empty(), none, none, none, Optional.empty(), false)));
    }

    @Test
    void findsTheTypeInTheAddressWhereItIsNotTold() throws Exception {
        assertThat(type(",\"url\":\"" + URL + "\"")).isEqualTo("docx");
        assertThat(type(",\"url\":\"https://docs.example/a/out.PPTX\",\"filetype\":7"))
                .isEqualTo("pptx");
        assertThat(type(",\"url\":\"https://docs.example/a/out\",\"filetype\":\"../x\""))
                .isEmpty();
        assertThat(type(",\"url\":\"" + URL + "\",\"filetype\":\"XLSX\"")).isEqualTo("xlsx");
        assertThat(type(",\"url\":\"https://docs.example\"")).isEmpty();
    }

    @Test
    void findsTheLastAuthorInTheHistoryWhereNobodyIsNamed() throws Exception {
        var read = (Callback.ReadyToSave) read(
                2, FILE + ",\"history\":{\"changes\":[{\"user\":{\"id\":\"u1\"}}," + "{\"user\":{\"id\":\"u2\"}}]}");
        assertThat(read.file().lastAuthor()).contains("u2");
    }

    private static String type(String claims) throws InvalidDocsToken {
        return ((Callback.ReadyToSave) read(2, claims)).file().fileType();
    }

    private static Callback read(int status, String claims) throws InvalidDocsToken {
        return inBody("{\"key\":\"K1\",\"status\":" + status + claims + "}");
    }
}
