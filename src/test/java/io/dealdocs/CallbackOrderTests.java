package io.dealdocs;

import static io.dealdocs.DocsVoice.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Callbacks that come twice, overtake each other, or come when all is over. */
class CallbackOrderTests extends CallbackRoom {

    @Test
    void aComingThatIsOvertakenByTheLeavingOfAllChangesNothing() {
        Talk talk = new Talk("Overtaken");
        talk.allLeave(5, talk.ada);
        talk.come(4, talk.ada);
        assertThat(talk.inside()).isEmpty();
    }

    @Test
    void aLeavingOfAllThatIsOvertakenByAReturnChangesNothing() {
        Talk talk = new Talk("Returned");
        talk.come(1, talk.ada);
        talk.come(6, talk.ada);
        talk.allLeave(5, talk.ada);
        assertThat(talk.inside()).containsExactly("Ada");
    }

    @Test
    void whoComesBackAfterTheLeavingOfAllIsIn() {
        Talk talk = new Talk("Back");
        talk.come(1, talk.ada);
        talk.allLeave(5, talk.ada);
        talk.come(5, talk.ada);
        assertThat(talk.inside()).containsExactly("Ada");
    }

    @Test
    void nobodyLeavesASessionInTheSecondInWhichAllHaveLeftIt() {
        Talk talk = new Talk("Together");
        talk.come(1, talk.ada, talk.ben);
        talk.allLeave(5, talk.ben);
        talk.leave(5, talk.ada, talk.ben);
        assertThat(talk.inside()).isEmpty();
        talk.leave(7, talk.ada, talk.ben);
        assertThat(talk.inside()).as("later: somebody came between").containsExactly("Ben");
    }

    @Test
    void anOlderWordAboutWhoIsInDoesNotCount() {
        Talk talk = new Talk("Older");
        talk.come(5, talk.ada, talk.ben);
        talk.come(4, talk.ada);
        assertThat(talk.inside()).containsExactly("Ada", "Ben");
    }

    @Test
    void whoComesAfterTheEndIsNotIn() {
        Talk talk = new Talk("Ended");
        talk.come(1, talk.ada);
        talk.well(talk.hands(5, 2, "whole.docx"));
        talk.come(9, talk.ada);
        assertThat(talk.inside()).isEmpty();
        assertThat(jdbc.sql("select count(*) from editing_session_member m join editing_session s on s.id ="
                                + " m.session_id where s.document_key = ? and m.seen_at > s.ended_at")
                        .param(talk.key())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWaitsGoesToPipedriveWhenNobodyIsToldToBeIn() {
        Talk talk = new Talk("Nobody");
        awaitPublished(talk.document);
        talk.come(1, talk.ada);
        talk.well(talk.hands(3, 6, "whole.docx"));
        talk.well(talk.says(5, 1, "users", List.of(), "userdata", "silent"));
        await().atMost(PATIENCE).until(() -> talk.row().published() == 2);
    }

    @Test
    void theSameCallbackOfEachKindTwiceIsOnce() {
        for (int status : List.of(2, 3, 6, 7)) {
            Talk talk = new Talk("Twice " + status);
            Map<String, Object> claims = talk.hands(5, status, "whole.docx");
            talk.well(claims);
            talk.well(claims);
            claims.put("iat", beginning + 9);
            talk.well(claims);
            assertThat(talk.versions()).as("status " + status).hasSize(2);
            assertThat(talk.row().revision()).as("status " + status).isEqualTo(status < 6 ? 2 : 1);
        }
    }

    @Test
    void theSameLastSaveManyTimesAtOnceIsOneVersion() throws Exception {
        Talk talk = new Talk("At once");
        Map<String, Object> claims = talk.hands(5, 2, "whole.docx");
        assertThat(atOnce(8, () -> talk.tell(claims).statusCode())).containsOnly(200);
        assertThat(talk.versions()).containsExactly("IMPORTED", "SAVED");
        assertThat(talk.row().revision()).isEqualTo(2);
    }

    @Test
    void aLastSaveEqualToTheForcedOneStillEndsTheKey() {
        Talk talk = new Talk("Equal");
        talk.well(talk.hands(5, 6, "whole.docx"));
        talk.well(talk.hands(5, 2, "whole.docx", "notmodified", true, "iat", beginning + 8));
        assertThat(talk.row().revision()).isEqualTo(2);
        assertThat(key(talk.document)).isNotEqualTo(talk.key());
        assertThat(hash(talk, talk.row().head())).isEqualTo(hash(talk, 2));
        assertThat(talk.edited()).isFalse();
    }

    @Test
    void aForcedSaveThatTheLastOneOvertookIsNoConflict() {
        Talk talk = new Talk("Overtaken by the last");
        talk.well(talk.hands(8, 2, "newer.docx"));
        talk.well(talk.hands(5, 6, "whole.docx"));
        assertThat(talk.versions()).containsExactly("IMPORTED", "SAVED");
        assertThat(talk.row().head()).isEqualTo(2);
    }

    @Test
    void aForcedSaveThatALaterOneOvertookDoesNotBecomeTheHead() {
        Talk talk = new Talk("Overtaken by a later");
        talk.well(talk.hands(8, 6, "newer.docx"));
        talk.well(talk.hands(5, 6, "whole.docx"));
        assertThat(talk.versions()).containsExactly("IMPORTED", "FORCE_SAVED");
        talk.well(talk.hands(9, 2, "whole.docx"));
        assertThat(talk.versions()).as("the last save counts whenever it comes").endsWith("SAVED");
    }

    @Test
    void aForcedSaveOfAnEndedSessionThatIsNewerThanItsLastIsKeptAside() {
        Talk talk = new Talk("Newer than the last");
        talk.well(talk.hands(5, 2, "whole.docx"));
        talk.well(talk.hands(8, 6, "newer.docx"));
        assertThat(talk.versions()).containsExactly("IMPORTED", "SAVED", "CONFLICT");
        assertThat(talk.row().head()).isEqualTo(2);
    }

    @Test
    void aLastSaveAfterTheWordThatNothingChangedIsStored() {
        Talk talk = new Talk("Four then two");
        talk.come(1, talk.ada);
        talk.allLeave(5, talk.ada);
        talk.well(talk.hands(4, 2, "whole.docx"));
        assertThat(talk.versions()).containsExactly("IMPORTED", "SAVED");
        talk.allLeave(9, talk.ada);
        assertThat(talk.row().revision()).isEqualTo(2);
    }

    @Test
    void aLateFailureOfASessionWhoseLastSaveIsStoredAlarmsNobody() {
        Talk talk = new Talk("Late failure");
        talk.well(talk.hands(8, 2, "whole.docx"));
        talk.well(talk.says(5, 7, "users", List.of(talk.ada)));
        assertThat(talk.marked()).isFalse();
        assertThat(talk.tell(talk.says(6, 3, "users", List.of(talk.ada))).statusCode())
                .isEqualTo(422);
        assertThat(talk.marked()).isFalse();
        assertThat(talk.versions()).containsExactly("IMPORTED", "SAVED");
    }

    @Test
    void aSuccessAfterAFailureTakesTheMarkAway() {
        Talk talk = new Talk("Mended");
        talk.well(talk.says(5, 7, "users", List.of(talk.ada)));
        assertThat(talk.marked()).isTrue();
        talk.well(talk.hands(8, 6, "whole.docx"));
        assertThat(talk.marked()).isFalse();
    }

    @Test
    void aSaveOfADeletedDocumentIsKeptAsRecoveredWhateverItsStatus() {
        for (int status : List.of(2, 6)) {
            Talk talk = new Talk("Deleted " + status);
            awaitPublished(talk.document);
            documents.delete(ADA, DEAL, DealFile.Ref.of(talk.document), false);
            talk.well(talk.hands(5, status, "whole.docx"));
            talk.come(6, talk.ada);
            talk.allLeave(7, talk.ada);
            assertThat(talk.versions()).as("status " + status).containsExactly("IMPORTED", "RECOVERED");
            assertThat(talk.row().head()).isEqualTo(1);
        }
    }

    @Test
    void aHundredCallbacksInASecondAreAllTaken() throws Exception {
        Talk talk = new Talk("Hundred");
        List<Map<String, Object>> claims = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            claims.add(i % 10 == 0 ? talk.hands(i, 6, "whole.docx") : talk.says(i, 1, "users", List.of(talk.ada)));
        }
        List<String> bodies = new ArrayList<>();
        for (Map<String, Object> each : claims) {
            each.put("iat", beginning);
            Map<String, Object> body = new LinkedHashMap<>(each);
            body.put("token", sign(each, docs().secret()));
            bodies.add(JSON.writeValueAsString(body));
        }
        long begun = System.nanoTime();
        var next = bodies.iterator();
        List<Integer> answers = atOnce(100, () -> {
            String body;
            synchronized (next) {
                body = next.next();
            }
            HttpResponse<String> answer =
                    DocsVoice.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create(talk.address()))
                            .header("Content-Type", "application/json")
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
            return answer.body().equals(DONE) ? answer.statusCode() : 0;
        });
        assertThat(answers).hasSize(100).containsOnly(200);
        assertThat((System.nanoTime() - begun) / 1_000_000).as("milliseconds").isLessThan(10_000);
        assertThat(talk.versions()).containsExactly("IMPORTED", "FORCE_SAVED");
    }

    private String hash(Talk talk, int version) {
        return jdbc.sql("select sha256 from version where document_id = ? and number = ?")
                .params(talk.document.value(), version)
                .query(String.class)
                .single();
    }

    private static List<Integer> atOnce(int times, Callable<Integer> call) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                calls.add(call);
            }
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
