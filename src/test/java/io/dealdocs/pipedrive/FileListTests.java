package io.dealdocs.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.DealId;
import io.dealdocs.shared.FileId;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the files of a deal. */
class FileListTests {

    private static final String LIST = "GET /api/v1/deals/7/files";

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
    void neverGoesBackToAPageThatWasRead() {
        stub.onJson(LIST, 200, """
                {"success":true,"data":[],"additional_data":{"pagination":
                {"start":200,"limit":100,"more_items_in_collection":true,"next_start":100}}}""");

        assertThat(list(200).next()).isEmpty();
    }

    @Test
    void leavesOutAnEntryWithoutAnIdAndKeepsTheRest() {
        stub.onJson(LIST, 200, Port.data("[null,{\"name\":\"x\"}," + Port.file(5, "a.txt", "") + "]"));

        assertThat(list(0).files()).extracting(PipedriveFile::id).containsExactly(new FileId(5));
    }
}
