package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DocumentKind;
import io.dealdocs.sandbox.docs.CallbackRecord;
import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.docs.DocsSandboxOptions;
import io.dealdocs.sandbox.docs.Fault;
import io.dealdocs.sandbox.docs.FaultName;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions that nobody has heard of for long are asked after, and what their Docs server answers is what happens. */
class SilentSessionTests extends RecoveryRoom {

    private static final String SILENT = "silentSessionsTask";
    private static final String TOO_LONG = "16 minutes";

    @Test
    void aSessionThatItsDocsServerHasLostIsOverAndItsDocumentOpensAgain() throws Exception {
        String title = fresh("Lost");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            awaitEditor(title, "Ben Vogt");
            editor.addParagraph("lost with the Docs server");
            docs().crash(key);
            sweep(SILENT);
            assertThat(editors(title + ".docx")).containsExactly("Ben Vogt");
            unheard(key, TOO_LONG);
            sweep(SILENT);
        }
        assertThat(editors(title + ".docx")).isEmpty();
        assertThat(state(document)).isEqualTo(new Row(1, 1, 1, ""));
        save(ADA, document, "written anew");
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("written anew").doesNotContain("lost with");
    }

    @Test
    void whatWasSavedBeforeTheSessionWasLostIsTheDocumentAndIsPublished() throws Exception {
        String title = fresh("Saved before");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            editor.addParagraph("saved in time");
            editor.save();
            awaitOrigins(document, "IMPORTED", "FORCE_SAVED");
            docs().crash(key);
        }
        unheard(key, TOO_LONG);

        sweep(SILENT);

        assertThat(state(document).head()).isEqualTo(2);
        assertThat(state(document).revision()).isEqualTo(1);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("saved in time");
        try (HeadlessEditor again = open(ADA, document)) {
            assertThat(again.texts()).containsValue("saved in time");
        }
    }

    @Test
    void whatALostSessionLeftAmongTheForgottenFilesIsFetched() throws Exception {
        String title = fresh("Forgotten and lost");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        writeForgotten(BEN, document, "waited there");
        docs().crash(key);
        unheard(key, TOO_LONG);

        sweep(SILENT);

        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
        assertThat(state(document).head()).isEqualTo(2);
        assertThat(state(document).revision()).isEqualTo(2);
        assertThat(docs().forgotten()).doesNotContain(key);
        assertThat(editors(title + ".docx")).isEmpty();
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("waited there");
    }

    @Test
    void whoeverIsStillInStaysAndIsAskedAfterOnce() throws Exception {
        String title = fresh("Still in");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("typed in silence");
            unheard(key, TOO_LONG);
            sweep(SILENT);
            assertThat(docs().awaitCallback(key, 1, 2, PATIENCE).accepted()).isTrue();
            sweep(SILENT);
            assertThat(editors(title + ".docx")).containsExactly("Ben Vogt");
            assertThat(docs().callbacks().stream()
                            .filter(call -> call.key().equals(key))
                            .map(CallbackRecord::status))
                    .containsExactly(1, 1);
        }
        awaitOrigins(document, "IMPORTED", "SAVED");
        assertThat(state(document).revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultName.class,
            names = {"COMMAND_FAILS", "UNREACHABLE"})
    void aDocsServerThatIsDownIsAskedAgainLaterAndNothingIsLost(FaultName trouble) throws Exception {
        String title = fresh("Down");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("kept by Docs");
            unheard(key, "3 hours");
            docs().faults().add(Fault.always(trouble));
            sweep(SILENT);
            assertThat(editors(title + ".docx")).containsExactly("Ben Vogt");
            assertThat(state(document)).isEqualTo(new Row(1, 1, 1, ""));
            docs().faults().clear();
            sweep(SILENT);
            docs().awaitCallback(key, 1, 2, PATIENCE);
        }
        awaitOrigins(document, "IMPORTED", "SAVED");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("kept by Docs");
    }

    @Test
    void whatWasTypedByPeopleWhoHaveLeftAndWhoseSaveNeverCameIsFetched() throws Exception {
        String title = fresh("Never saved");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        docs().faults().add(Fault.once(FaultName.SAVE_NEVER).forKey(key));
        write(BEN, document, "left behind");
        await().atMost(PATIENCE).until(() -> !docs().session(key).orElseThrow().saving());
        unheard(key, TOO_LONG);

        sweep(SILENT);

        awaitOrigins(document, "IMPORTED", "FORCE_SAVED");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("left behind");
    }

    @Test
    void aServerThatAnswersSlowlyHoldsNobodyElseUpForLong() {
        try (DocsSandbox theirs =
                DocsSandbox.start(DocsSandboxOptions.quick().withSecret("only Globex knows this secret"))) {
            use(GUS, theirs);
            for (int i = 0; i < 6; i++) {
                silent(documents.create(GUS, new DealId(1), DocumentKind.DOCUMENT, fresh("Slow")));
            }
            theirs.faults().add(Fault.always(FaultName.COMMAND_LATE).millis(2000));
            Instant begun = Instant.now();
            sweep(SILENT);
            // One after the other they take 24 s: each is asked for its people, and then for a forgotten file.
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(12));
        }
    }

    private void silent(DocumentId document) {
        sessions.launch(GUS, document, false);
        jdbc.sql("update editing_session_member set present = true where session_id in"
                        + " (select id from editing_session where document_id = ?)")
                .param(document.value())
                .update();
        jdbc.sql("update editing_session set heard_at = now() - interval '16 minutes' where document_id = ?")
                .param(document.value())
                .update();
    }

    private void awaitEditor(String title, String name) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(editors(title + ".docx")).containsExactly(name));
    }
}
