package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dealdocs.pipedrive.PipedriveFile.Attachment;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file object says, however loosely it is written. */
class FilePayloadTests {

    private static final String FILE = "/api/v1/files/5";

    private final StubPipedrive stub = StubPipedrive.start();
    private final RestPipedrive port = Port.to(stub);
    private final PipedriveFiles files = port.files();

    @AfterEach
    void stop() {
        port.close();
        stub.close();
    }

    private PipedriveFile file() {
        return files.file(Port.access(stub), new FileId(5));
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
                        "s3",
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        "googledocs, 1A2b3C4d-5E6f_7G8h, 1A2b3C4d-5E6f_7G8h",
        "googledrive, 1A2b3C4d-5E6f_7G8h, 1A2b3C4d-5E6f_7G8h",
        "googledocs, 1A/../../evil?x=1&y=2,",
        "googledocs, short,",
        "s3, 1A2b3C4d-5E6f_7G8h,"
    })
    void leadsToGoogleOnlyByWhatLooksLikeAnIdOfGoogles(String location, String id, @Nullable String read) {
        String more = ",\"remote_location\":\"" + location + "\",\"remote_id\":\"" + id + "\"";
        stub.onJson("GET " + FILE, 200, Port.data(Port.file(5, "Plan", more)));

        assertThat(file().googleId()).isEqualTo(read);
    }

    @Test
    void readsTextsForNumbersAndEmptyTextsForNothing() {
        stub.onJson("GET " + FILE, 200, Port.data("""
            {"id":"5","name":"","file_name":"stored.docx","file_size":"18","user_id":"1001","deal_id":"","lead_id":"",
            "activity_id":null,"product_id":0,"mail_message_id":"","active_flag":"0","inline_flag":"1",
            "add_time":"2026-04-01T22:03:28Z","update_time":"","remote_location":null,"surprise":{"a":[1]}}\
            """));

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
}
