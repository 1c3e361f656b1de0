package io.dealdocs;

import static io.dealdocs.DocsVoice.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no good result is never stored, and what is no good request is told so. */
class CallbackEdgeTests extends CallbackRoom {

    private static final byte[] WHOLE = ResultHost.archive("whole ".repeat(1000));
    private static final byte[] PAGE =
            "<!DOCTYPE html><html><title>502 Bad Gateway</title></html>".getBytes(StandardCharsets.UTF_8);

    /** What a proxy in trouble, or a Docs server whose disk is full, hands out with status 200. */
    private static void layOut(String what, String file) {
        switch (what) {
            case "nothing" -> host.lay(file, new byte[0]);
            case "a page of a proxy" -> host.lay(file, PAGE);
            case "the first half" -> host.lay(file, Arrays.copyOf(WHOLE, WHOLE.length / 2));
            case "all but the last byte" -> host.lay(file, Arrays.copyOf(WHOLE, WHOLE.length - 1));
            case "something behind the end" -> host.lay(file, Arrays.copyOf(WHOLE, WHOLE.length + 1));
            case "a hole in the middle" -> host.lay(file, holed());
            case "less than announced" ->
                host.lay(file, exchange -> {
                    exchange.sendResponseHeaders(200, WHOLE.length);
                    exchange.getResponseBody().write(WHOLE, 0, WHOLE.length / 2);
                });
            case "a redirect" ->
                host.lay(file, exchange -> {
                    exchange.getResponseHeaders().set("Location", host.origin() + "/redirected.docx");
                    exchange.sendResponseHeaders(302, -1);
                });
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static byte[] holed() {
        byte[] holed = Arrays.copyOf(WHOLE, WHOLE.length - 30);
        System.arraycopy(WHOLE, WHOLE.length - 100, holed, holed.length - 100, 100);
        return holed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "a page of a proxy",
                "the first half",
                "all but the last byte",
                "something behind the end",
                "a hole in the middle",
                "less than announced",
                "a redirect"
            })
    void aResultThatIsNoneIsNeverStoredAndComesAgain(String what) {
        host.lay("redirected.docx", WHOLE);
        for (int status : List.of(2, 6)) {
            Talk talk = new Talk("Bad result");
            talk.come(1, talk.ada);
            layOut(what, "bad.docx");
            assertThat(talk.tell(talk.hands(5, status, "bad.docx")).statusCode())
                    .isEqualTo(503);
            assertThat(talk.versions()).containsExactly("IMPORTED");
            assertThat(talk.row()).isEqualTo(new Row(1, talk.row().published(), 1, ""));
            assertThat(talk.marked())
                    .isEqualTo(!List.of("less than announced", "a redirect").contains(what));
            assertThat(talk.asksAgain()).isEqualTo(status == 6);
            host.lay("bad.docx", WHOLE);
            talk.well(talk.hands(5, status, "bad.docx"));
            assertThat(talk.versions()).containsExactly("IMPORTED", status == 2 ? "SAVED" : "FORCE_SAVED");
            assertThat(talk.marked()).isFalse();
        }
        assertThat(host.asked("redirected.docx")).isZero();
        assertThat(contentsOfNobody()).isZero();
    }

    /** Contents of this test's size that belong to no version. */
    private long contentsOfNobody() {
        return jdbc.sql("select count(*) from content c where c.size between 1 and ? and c.complete"
                        + " and not exists (select 1 from version v where v.content_id = c.id or v.changes_id = c.id)")
                .param(WHOLE.length)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"docx, compound", "odt, archive", "pdf, pdf", "txt, page"})
    void aWholeResultOfAnyFormatIsStored(String type, String what) {
        Talk talk = new Talk("Format");
        host.lay(
                "any." + type,
                switch (what) {
                    case "compound" -> java.util.HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(600));
                    case "pdf" -> "%PDF-1.7\nobjects\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
                    case "page" -> PAGE;
                    default -> WHOLE;
                });
        talk.well(talk.hands(5, 2, "any." + type, "filetype", type));
        assertThat(talk.versions()).hasSize(2).endsWith(type.equals("docx") ? "SAVED" : "RECOVERED");
    }

    @ParameterizedTest
    @CsvSource({"2, 413", "6, 413"})
    void aResultThatIsTooLargeIsTold(int status, int answer) {
        Talk talk = new Talk("Too large");
        talk.come(1, talk.ada);
        host.lay("large.docx", exchange -> {
            exchange.sendResponseHeaders(200, (256L << 20) + 1);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(WHOLE);
            }
        });
        HttpResponse<String> told = talk.tell(talk.hands(5, status, "large.docx"));
        assertThat(told.statusCode()).isEqualTo(answer);
        assertThat(told.body()).contains("too large");
        assertThat(talk.versions()).containsExactly("IMPORTED");
        assertThat(talk.marked()).isTrue();
        assertThat(talk.edited()).isEqualTo(status == 6);
        assertThat(talk.asksAgain()).as("it would be too large again").isFalse();
    }

    @Test
    void aForcedSaveThatWasNotStoredIsAskedForAgainAndAgain() {
        Talk talk = new Talk("Asked again");
        List<String> commands = new CopyOnWriteArrayList<>();
        host.lay("command", exchange -> {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            commands.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) + token);
            // Its callback comes while the one who asked still waits for the answer.
            talk.tell(talk.hands(5 + commands.size(), 6, "never.docx"));
            byte[] done = DONE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, done.length);
            exchange.getResponseBody().write(done);
        });
        assertThat(talk.tell(talk.hands(5, 6, "never.docx")).statusCode()).isEqualTo(503);
        for (int times = 1; times <= 2; times++) {
            int expected = times;
            jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'force-save' and not picked"
                            + " and task_instance like (select id || '%' from editing_session where document_key = ?)")
                    .param(talk.key())
                    .update();
            await().atMost(PATIENCE).until(() -> commands.size() == expected);
            await().atMost(PATIENCE).until(() -> waiting(talk) == 1);
        }
    }

    private long waiting(Talk talk) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'force-save' and not picked"
                        + " and task_instance like (select id || '%' from editing_session where document_key = ?)")
                .param(talk.key())
                .query(Long.class)
                .single();
    }

    @Test
    void whileTheDatabaseIsAwayOnlySavesAreAnsweredWithTrouble() {
        Talk talk = new Talk("Database");
        Map<String, Object> save = talk.hands(5, 2, "whole.docx");
        jdbc.sql("alter table editing_session rename to editing_session_away").update();
        try {
            assertThat(talk.tell(talk.says(3, 1, "users", List.of(talk.ada))).body())
                    .isEqualTo(DONE);
            assertThat(talk.tell(talk.says(4, 4)).body()).isEqualTo(DONE);
            for (int status : List.of(2, 3, 6, 7)) {
                assertThat(talk.tell(talk.hands(5, status, "whole.docx")).statusCode())
                        .isEqualTo(503);
            }
        } finally {
            jdbc.sql("alter table editing_session_away rename to editing_session")
                    .update();
        }
        assertThat(talk.versions()).containsExactly("IMPORTED");
        talk.well(save);
        assertThat(talk.versions()).containsExactly("IMPORTED", "SAVED");
    }

    @Test
    void whileTheDatabaseIsAwayABodyThatClaimsPresenceHidesNoSave() {
        Talk talk = new Talk("Claims");
        Map<String, Object> body = talk.says(3, 1, "users", List.of());
        body.put("token", sign(talk.hands(5, 2, "whole.docx"), docs().secret()));
        jdbc.sql("alter table editing_session rename to editing_session_away").update();
        try {
            assertThat(DocsVoice.post(talk.address(), body).statusCode()).isEqualTo(503);
        } finally {
            jdbc.sql("alter table editing_session_away rename to editing_session")
                    .update();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE"})
    void onlyAPostIsACallback(String method) {
        Talk talk = new Talk("Method");
        HttpResponse<String> answer = DocsVoice.send(
                HttpRequest.newBuilder(URI.create(talk.address())).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/octet-stream", "application/x-www-form-urlencoded", "none", "nonsense"
            })
    void theTokenCountsWhateverTheBodySaysItIs(String type) {
        Talk talk = new Talk("Content type");
        Map<String, Object> claims = talk.hands(5, 2, "whole.docx");
        Map<String, Object> body = new LinkedHashMap<>(claims);
        body.put("token", sign(claims, docs().secret()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(talk.address()))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        HttpResponse<String> answer =
                DocsVoice.send(type.equals("none") ? request : request.header("Content-Type", type));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(talk.versions()).endsWith("SAVED");
    }
}
