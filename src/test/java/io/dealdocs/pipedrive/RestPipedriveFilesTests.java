package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.pipedrive.PipedriveFile.Attachment;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listing, reading, renaming and deleting files. */
class RestPipedriveFilesTests {

    private static final String LIST = "GET /api/v1/deals/7/files";
    private static final String FILE = "/api/v1/files/5";

    private final StubPipedrive stub = StubPipedrive.start();
    private final RestPipedrive port = Port.to(stub);
    private final PipedriveFiles files = port.files();

    @AfterEach
    void stop() {
        port.close();
        stub.close();
    }

    private PipedriveFilePage list(int start) {
        return files.list(Port.access(stub), new DealId(7), start);
    }

    private PipedriveFile file() {
        return files.file(Port.access(stub), new FileId(5));
    }

    @Test
    void asksForAPageOfAHundredNewestFirstWithTheMembersToken() {
        stub.onJson(LIST, 200, Port.data("[]"));

        list(200);

        assertThat(stub.only().target()).isEqualTo("/api/v1/deals/7/files?start=200&limit=100&sort=update_time%20DESC");
        assertThat(stub.only().header("Authorization")).isEqualTo("Bearer " + Port.TOKEN.reveal());
    }

    @Test
    void readsAPageOfAHundredFilesAndWhereTheNextBegins() {
        String hundred = LongStream.rangeClosed(1, 100)
                .mapToObj(id -> Port.file(id, "Offer " + id + ".docx", ",\"description\":\"" + "x".repeat(5000) + "\""))
                .collect(Collectors.joining(",", "[", "]"));
        stub.onJson(LIST, 200, """
                {"success":true,"data":%s,"additional_data":{"pagination":
                {"start":0,"limit":100,"more_items_in_collection":true,"next_start":100}}}""".formatted(hundred));

        PipedriveFilePage page = list(0);

        assertThat(page.files()).hasSize(100);
        assertThat(page.files().getLast().name()).isEqualTo("Offer 100.docx");
        assertThat(page.next()).hasValue(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"data\":null}",
                "{\"success\":true,\"data\":[],\"additional_data\":null}",
                "{\"data\":\"\",\"additional_data\":{\"pagination\":null}}",
                "{\"success\":true,\"data\":null,\"additional_data\":{\"pagination\":{\"more_items_in_collection\":false,"
                        + "\"next_start\":100}}}",
                "{\"success\":true,\"data\":null,\"additional_data\":{\"pagination\":{\"more_items_in_collection\":true,"
                        + "\"next_start\":0}}}"
            })
    void takesEveryKindOfNothingAsAnEmptyLastPage(String answer) {
        stub.onJson(LIST, 200, answer);

        assertThat(list(0).files()).isEmpty();
        assertThat(list(0).next()).isEmpty();
    }

    @Test
    void leavesOutAnEntryWithoutAnIdAndKeepsTheRest() {
        stub.onJson(LIST, 200, Port.data("[null,{\"name\":\"x\"}," + Port.file(5, "a.txt", "") + "]"));

        assertThat(list(0).files()).extracting(PipedriveFile::id).containsExactly(new FileId(5));
    }

    @Test
    void readsAFileAsPipedriveRecordedIt() {
        stub.onJson("GET " + FILE, 200, Port.data(Port.file(5, "Offer.docx", ",\"person_id\":10,\"org_id\":7")));

        assertThat(file())
                .isEqualTo(new PipedriveFile(
                        new FileId(5),
                        "Offer.docx",
                        18,
                        new UserId(1001),
                        null,
                        Instant.parse("2026-04-01T22:03:28Z"),
                        Instant.parse("2026-04-02T10:00:00Z"),
                        new DealId(7),
                        Attachment.DEAL_ONLY,
                        true,
                        false,
                        "s3"));
    }

    @Test
    void readsTextsForNumbersAndEmptyTextsForNothing() {
        stub.onJson("GET " + FILE, 200, Port.data("""
                {"id":"5","name":"","file_name":"stored.docx","file_size":"18","user_id":"1001","deal_id":"","lead_id":"",
                "activity_id":null,"product_id":0,"mail_message_id":"","active_flag":"0","inline_flag":"1",
                "add_time":"2026-04-01T22:03:28Z","update_time":"","remote_location":null,"surprise":{"a":[1]}}"""));

        PipedriveFile file = file();

        assertThat(file.id()).isEqualTo(new FileId(5));
        assertThat(file.name()).isEqualTo("stored.docx");
        assertThat(file.size()).isEqualTo(18);
        assertThat(file.uploader()).isEqualTo(new UserId(1001));
        assertThat(file.deal()).isNull();
        assertThat(file.attachment()).isEqualTo(Attachment.DEAL_ONLY);
        assertThat(file.active()).isFalse();
        assertThat(file.inline()).isTrue();
        assertThat(file.updatedAt()).isEqualTo("2026-04-01T22:03:28Z");
        assertThat(file.storedAtPipedrive()).isTrue();
    }

    @Test
    void readsAFileOfNothingButAnId() {
        stub.onJson("GET " + FILE, 200, Port.data("{\"id\":5}"));

        assertThat(file().active()).isTrue();
        assertThat(file().addedAt()).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "mail_message_id, 3, MAIL",
        "mail_template_id, 3, MAIL",
        "activity_id, 3, ACTIVITY",
        "lead_id, \"adf21080-0e10-11eb-879b-05d71fb426ec\", LEAD",
        "product_id, 3, PRODUCT",
        "project_id, \"3\", PROJECT",
        "person_id, 3, DEAL_ONLY",
        "org_id, 3, DEAL_ONLY"
    })
    void knowsWhatAFileHangsOn(String field, String value, Attachment expected) {
        stub.onJson("GET " + FILE, 200, Port.data(Port.file(5, "a", ",\"" + field + "\":" + value)));

        assertThat(file().attachment()).isEqualTo(expected);
    }

    @Test
    void takesAnAnswerWithoutAFileAsGone() {
        stub.onJson("GET " + FILE, 200, Port.data("null"));

        assertThatExceptionOfType(PipedriveException.NotFound.class).isThrownBy(this::file);
    }

    @Test
    void renamesByAForm() {
        stub.onJson("PUT " + FILE, 200, Port.data(Port.file(5, "Ä & b=c.docx", "")));

        PipedriveFile file = files.rename(Port.access(stub), new FileId(5), "Ä & b=c.docx");

        assertThat(stub.only().header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(stub.only().body()).isEqualTo("name=%C3%84+%26+b%3Dc.docx");
        assertThat(file.name()).isEqualTo("Ä & b=c.docx");
    }

    @Test
    void deletesOnce() {
        stub.onJson("DELETE " + FILE, 200, Port.data("{\"id\":5}"));

        files.delete(Port.access(stub), new FileId(5));

        assertThat(stub.only().method()).isEqualTo("DELETE");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void deletingWhatIsGoneIsNoError(int status) {
        stub.onJson("DELETE " + FILE, status, "{\"success\":false,\"error\":\"File not found\"}");

        files.delete(Port.access(stub), new FileId(5));

        assertThat(stub.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void repeatsNoChange(String method) {
        stub.onJson(method + " " + FILE, 503, "{}");

        assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(() -> {
            if (method.equals("PUT")) {
                files.rename(Port.access(stub), new FileId(5), "x");
            } else {
                files.delete(Port.access(stub), new FileId(5));
            }
        });
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void readsAgainWhenPipedriveIsOutForAMoment() {
        stub.on(
                "GET " + FILE,
                StubPipedrive.inTurn(
                        StubPipedrive.json(503, "{}"),
                        StubPipedrive.hangUp(),
                        StubPipedrive.json(200, Port.data(Port.file(5, "a.txt", "")))));

        assertThat(file().name()).isEqualTo("a.txt");
        assertThat(stub.asked()).hasSize(3);
    }

    @Test
    void givesUpReadingAfterThreeTries() {
        stub.onJson("GET " + FILE, 502, "<html>");

        assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(this::file);
        assertThat(stub.asked()).hasSize(3);
    }

    @Test
    void readsARefusalOnlyOnce() {
        for (int status : List.of(400, 401, 403, 404, 429)) {
            stub.asked().clear();
            stub.onJson("GET " + FILE, status, "{\"success\":false}");

            assertThatExceptionOfType(PipedriveException.class).isThrownBy(this::file);
            assertThat(stub.asked()).as("status %s", status).hasSize(1);
        }
    }

    @Test
    void takesTwoHundredWithSuccessFalseAsRejected() {
        stub.onJson("GET " + FILE, 200, "{\"success\":\"false\",\"error\":\"Something about the file\"}");

        assertThatExceptionOfType(PipedriveException.Rejected.class)
                .isThrownBy(this::file)
                .withMessageContaining("Something about the file");
    }

    @Test
    void takesAPageInsteadOfJsonAsUnavailable() {
        stub.on("GET " + FILE, StubPipedrive.answer(200, "text/html", "<html>Maintenance</html>"));

        assertThatExceptionOfType(PipedriveException.Unavailable.class).isThrownBy(this::file);
    }

    @Test
    void followsNoRedirectWithTheToken() {
        try (StubPipedrive elsewhere = StubPipedrive.start()) {
            stub.on("GET " + FILE, StubPipedrive.redirect(302, elsewhere.url("/x")));

            assertThatExceptionOfType(PipedriveException.Rejected.class).isThrownBy(this::file);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }
}
