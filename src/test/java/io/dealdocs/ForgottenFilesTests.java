package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.docs.DocsSandboxOptions;
import io.dealdocs.sandbox.docs.Fault;
import io.dealdocs.sandbox.docs.FaultName;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.shared.DocumentId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Saves that found no taker wait with the Docs server, and are fetched: once, and forgotten there only afterwards. */
@ExtendWith(OutputCaptureExtension.class)
class ForgottenFilesTests extends RecoveryRoom {

    private static final String SWEEP = "forgottenSweepTask";

    @Test
    void aSaveThatFoundNoTakerIsStoredPublishedAndForgotten() throws Exception {
        String title = fresh("Forgotten");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        writeForgotten(BEN, document, "nearly lost");

        sweep(SWEEP);

        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
        assertThat(state(document).revision()).isEqualTo(2);
        assertThat(docs().forgotten()).doesNotContain(key);
        assertThat(audited(document, "RECOVERED")).containsExactly("Ben Vogt version 2");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("nearly lost");
        assertThat(key(document)).isNotEqualTo(key);
    }

    @Test
    void theScheduleAndNotAPersonLooksForThem() {
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'forgotten-sweep'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aNodeThatStartsLooksAtOnce() throws Exception {
        DocumentId document = inPipedrive(fresh("Before the start"));
        writeForgotten(ADA, document, "while nobody ran");
        try (ConfigurableApplicationContext node = anotherNode()) {
            awaitOrigins(document, "IMPORTED", "SAVED");
            assertThat(node.isActive()).isTrue();
        }
    }

    @Test
    void whilePeopleAreInItIsStoredButNeitherForgottenNorIsTheKeyEnded() throws Exception {
        DocumentId document = inPipedrive(fresh("Reopened"));
        String key = key(document);
        writeForgotten(BEN, document, "before");
        try (HeadlessEditor editor = open(ADA, document)) {
            assertThat(editor.texts()).containsValue("before");
            sweep(SWEEP);
            sweep(SWEEP);
            assertThat(origins(document)).containsExactly("IMPORTED", "FORCE_SAVED");
            assertThat(state(document).revision()).isEqualTo(1);
            assertThat(docs().forgotten()).contains(key);
            editor.addParagraph("after");
        }
        awaitOrigins(document, "IMPORTED", "FORCE_SAVED", "SAVED");
        assertThat(docs().forgotten()).doesNotContain(key);
    }

    @Test
    void whatIsForgottenNeverPushesAsideWhatWasSavedAfterIt() throws Exception {
        DocumentId document = inPipedrive(fresh("Saved after"));
        writeForgotten(BEN, document, "before");
        try (HeadlessEditor editor = open(ADA, document)) {
            editor.addParagraph("after");
            editor.save();
            awaitOrigins(document, "IMPORTED", "FORCE_SAVED");
            sweep(SWEEP);
            sweep(SWEEP);
            assertThat(origins(document)).containsExactly("IMPORTED", "FORCE_SAVED", "RECOVERED");
            assertThat(state(document).head()).isEqualTo(2);
        }
        awaitOrigins(document, "IMPORTED", "FORCE_SAVED", "RECOVERED", "SAVED");
    }

    @Test
    void whatWasStoredBeforeTheDeathOfANodeIsNotStoredTwice() throws Exception {
        DocumentId document = inPipedrive(fresh("Died in between"));
        String key = key(document);
        docs().faults()
                .add(Fault.always(FaultName.CALLBACK_ANSWER_LOST).forKey(key).status(2));
        write(BEN, document, "stored already");
        await().atMost(PATIENCE).until(() -> docs().forgotten().contains(key));
        docs().faults().clear();
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");

        sweep(SWEEP);

        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
        assertThat(docs().forgotten()).doesNotContain(key);
    }

    @Test
    void twoNodesAtOnceStoreItOnce() throws Exception {
        DocumentId document = inPipedrive(fresh("Two nodes"));
        String key = key(document);
        writeForgotten(BEN, document, "once");
        docs().faults().add(Fault.always(FaultName.RESULT_SLOW).forKey(key).millis(1));
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> node = () -> {
                sweep(SWEEP);
                return true;
            };
            for (Future<Boolean> done : nodes.invokeAll(List.of(node, node))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
        assertThat(docs().forgotten()).doesNotContain(key);
    }

    @Test
    void forAnEarlierRevisionItIsAConflict() {
        DocumentId document = inPipedrive(fresh("Earlier"));
        String key = key(document);
        jdbc.sql("update document set revision = revision + 1 where id = ?")
                .param(document.value())
                .update();
        docs().forget(key, words("of an earlier key"), "docx");

        sweep(SWEEP);

        assertThat(origins(document)).containsExactly("IMPORTED", "CONFLICT");
        assertThat(state(document).head()).isEqualTo(1);
        assertThat(docs().forgotten()).doesNotContain(key);
    }

    @Test
    void ofADeletedDocumentItIsKeptAsideAndNotPublished() {
        DocumentId document = inPipedrive(fresh("Deleted"));
        String key = key(document);
        jdbc.sql("update document set deleted_at = now() where id = ?")
                .param(document.value())
                .update();
        docs().forget(key, words("too late"), "docx");

        sweep(SWEEP);

        assertThat(origins(document)).containsExactly("IMPORTED", "RECOVERED");
        assertThat(planned(document)).isFalse();
        assertThat(docs().forgotten()).doesNotContain(key);
    }

    @Test
    void whatBelongsToOthersIsLeftAlone() {
        String installation =
                jdbc.sql("select id from installation").query(String.class).single();
        String ours = installation + ".00000000000000000000000000000000.1";
        docs().forget("another-connector.1", words("theirs"), "docx");
        docs().forget(ours, words("of a document that is no more"), "docx");

        sweep(SWEEP);

        assertThat(docs().forgotten()).contains("another-connector.1", ours);
    }

    @Test
    void aServerThatDoesNotAnswerIsPassedOverUntilTheNextTime(CapturedOutput output) throws Exception {
        DocumentId document = inPipedrive(fresh("Patience"));
        String key = key(document);
        writeForgotten(BEN, document, "waits");
        docs().faults().add(Fault.always(FaultName.COMMAND_FAILS));
        sweep(SWEEP);
        assertThat(origins(document)).containsExactly("IMPORTED");
        docs().faults().clear();
        docs().faults().add(Fault.always(FaultName.RESULT_GONE).forKey(key));
        sweep(SWEEP);
        assertThat(origins(document)).containsExactly("IMPORTED");
        assertThat(docs().forgotten()).contains(key);
        docs().faults().clear();

        sweep(SWEEP);

        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
        assertThat(output.getAll())
                .contains("could not be asked for forgotten files", "was not fetched")
                .doesNotContain(docs().secret())
                .doesNotContain("md5=");
    }

    @Test
    void oneServerThatDoesNotAnswerKeepsNobodyElseWaiting() throws Exception {
        DocsSandbox theirs = DocsSandbox.start(DocsSandboxOptions.quick().withSecret("only Globex knows this secret"));
        use(GUS, theirs);
        DocumentId document = inPipedrive(fresh("Neighbour"));
        writeForgotten(BEN, document, "not held up");
        theirs.close();

        sweep(SWEEP);

        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
    }

    @Test
    void theServerOfAnotherCompanyCannotBringAFileForOurKey() {
        DocumentId document = inPipedrive(fresh("Not theirs"));
        String key = key(document);
        try (DocsSandbox theirs =
                DocsSandbox.start(DocsSandboxOptions.quick().withSecret("only Globex knows this secret"))) {
            use(GUS, theirs);
            jdbc.sql("update editing_session set docs_url = ?, docs_internal = ? where company_id = ?")
                    .params(theirs.origin(), theirs.origin(), GUS.company().value())
                    .update();
            theirs.forget(key, words("smuggled in"), "docx");
            sweep(SWEEP);
            assertThat(origins(document)).containsExactly("IMPORTED");
            assertThat(theirs.forgotten()).contains(key);
        }
    }
}
