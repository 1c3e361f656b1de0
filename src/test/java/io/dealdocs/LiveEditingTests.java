package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.editing.EditingNews;
import io.dealdocs.editing.GoneFiles;
import io.dealdocs.installation.NewsWire;
import io.dealdocs.sandbox.docs.CallbackRecord;
import io.dealdocs.sandbox.docs.Fault;
import io.dealdocs.sandbox.docs.FaultName;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.pipedrive.FileLinks;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.JsonNode;

/** A document that people have open is restored or deleted: they are told, what they typed is kept, nobody is surprised. */
class LiveEditingTests extends RecoveryRoom {

    @Autowired
    private DocumentVersions versions;

    @Autowired
    private GoneFiles gone;

    private final List<EditingNews> told = new CopyOnWriteArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<NewsWire.Heard>> pages =
            ApplicationListener.forPayload(heard -> EditingNews.of(heard).ifPresent(told::add));

    @BeforeEach
    void listen() {
        context.addApplicationListener(pages);
    }

    @AfterEach
    void listenNoMore() {
        context.removeApplicationListener(pages);
    }

    private List<String> told(DocumentId document) {
        return told.stream()
                .filter(news -> news.document().equals(document))
                .map(news -> (news.kind() + " " + news.detail()).strip())
                .toList();
    }

    private void awaitTold(DocumentId document, String... news) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(document)).containsExactly(news));
    }

    /** Commands that a Docs server got about a key, in order. */
    private static List<String> commands(String key) {
        return docs().requests().stream()
                .filter(request -> request.incoming() && request.target().startsWith("/command"))
                .map(request -> JSON.readTree(request.body()))
                .filter(command -> command.path("key").asString("").equals(key))
                .map(command -> command.path("c").asString(""))
                .toList();
    }

    private String text(DocumentId document, int version) throws Exception {
        byte[] content = versions.read(ADA, DEAL, document, version, (bytes, size) -> bytes.readAllBytes());
        return text(content);
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void aRestoreTellsTheEditorsFetchesWhatTheyTypedSendsThemAwayAndOnlyThenHappens() throws Exception {
        String title = fresh("Restored");
        DocumentId document = inPipedrive(title);
        save(ADA, document, "second");
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("typed last");
            docs().faults()
                    .add(Fault.once(FaultName.CALLBACK_LATE)
                            .forKey(key)
                            .status(6)
                            .millis(1500));

            int restored = versions.makeCurrent(ADA, DEAL, document, 1, true);

            editor.awaitEvent("drop", PATIENCE);
            assertThat(state(document).head()).isEqualTo(restored);
        }
        assertThat(commands(key)).containsExactly("forcesave", "info", "drop");
        awaitTold(document, "REPLACING Ada Lind", "REPLACED Ada Lind");
        assertThat(origins(document)).startsWith("IMPORTED", "SAVED", "FORCE_SAVED");
        assertThat(text(document, 3)).contains("second", "typed last");
        assertThat(key(document)).isNotEqualTo(key);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).doesNotContain("second", "typed last");
    }

    @Test
    void whereNothingIsNewNothingIsWaitedFor() throws Exception {
        DocumentId document = inPipedrive(fresh("Nothing new"));
        save(ADA, document, "second");
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            versions.makeCurrent(ADA, DEAL, document, 1, true);
            editor.awaitEvent("drop", PATIENCE);
        }
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED", "RESTORED");
        assertThat(key(document)).isNotEqualTo(key);
    }

    @Test
    void whoeverOpensItMeanwhileWaitsForTheNextKey() throws Exception {
        DocumentId document = inPipedrive(fresh("Opened meanwhile"));
        save(ADA, document, "second");
        String key = key(document);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("typed last");
            docs().faults()
                    .add(Fault.once(FaultName.CALLBACK_LATE)
                            .forKey(key)
                            .status(6)
                            .millis(1500));
            var restore =
                    CompletableFuture.supplyAsync(() -> versions.makeCurrent(ADA, DEAL, document, 1, true), threads);
            await().atMost(PATIENCE).until(() -> told(document).contains("REPLACING Ada Lind"));

            JsonNode opened = config(ADA, document);

            assertThat(opened.path("document").path("key").asString()).isNotEqualTo(key);
            assertThat(state(document).head()).isEqualTo(restore.get());
        }
    }

    @Test
    void ofSeveralWhoEditAllAreNamedBeforeAnythingHappens() throws Exception {
        String title = fresh("Both named");
        DocumentId document = inPipedrive(title);
        save(ADA, document, "second");
        String key = key(document);
        try (HeadlessEditor ada = open(ADA, document);
                HeadlessEditor ben = open(BEN, document)) {
            await().atMost(PATIENCE).until(() -> editors(title + ".docx").equals(List.of("Ada Lind", "Ben Vogt")));
            for (ThrowingCallable deed : List.<ThrowingCallable>of(
                    () -> versions.makeCurrent(ADA, DEAL, document, 1, false),
                    () -> documents.delete(ADA, DEAL, Ref.of(document), false))) {
                assertThatThrownBy(deed).isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.BEING_EDITED);
                    assertThat(refusal.arguments()).containsExactly(List.of("Ada Lind", "Ben Vogt"));
                });
            }
            assertThat(ada.texts()).isEqualTo(ben.texts());
        }
        assertThat(commands(key)).isEmpty();
        assertThat(told(document)).isEmpty();
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
    }

    @ParameterizedTest
    @CsvSource({"COMMAND_FAILS, 0", "STATUS_7_INSTEAD_OF_6, 0", "CALLBACK_LOST, 6"})
    void aSilentDocsServerMeansAClearRefusalAndNothingHasChanged(FaultName trouble, int status) throws Exception {
        String title = fresh("Silent");
        DocumentId document = inPipedrive(title);
        save(ADA, document, "second");
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("typed all the same");
            docs().faults().add(Fault.always(trouble).status(status));

            refused(Reason.DOCS_SILENT, () -> versions.makeCurrent(ADA, DEAL, document, 1, true));
            if (trouble == FaultName.COMMAND_FAILS) {
                refused(Reason.DOCS_SILENT, () -> documents.delete(ADA, DEAL, Ref.of(document), true));
                awaitTold(document, "REPLACING Ada Lind", "CALLED_OFF", "DELETING Ada Lind", "CALLED_OFF");
            } else {
                awaitTold(document, "REPLACING Ada Lind", "CALLED_OFF");
            }

            docs().faults().clear();
            assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
            assertThat(state(document).head()).isEqualTo(2);
            assertThat(key(document)).isEqualTo(key);
            assertThat(editors(title + ".docx")).containsExactly("Ben Vogt");
            assertThat(editor.events()).noneMatch(event -> event.startsWith("drop"));
        }
        awaitOrigins(document, "IMPORTED", "SAVED", "SAVED");
        assertThat(text(document, 3)).contains("second", "typed all the same");
    }

    @Test
    void aDeletionKeepsWhatWasTypedLast() throws Exception {
        String title = fresh("Deleted");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("typed last");
            documents.delete(ADA, DEAL, Ref.of(document), true);
            editor.awaitEvent("drop", PATIENCE);
        }
        awaitTold(document, "DELETING Ada Lind", "DELETED Ada Lind");
        assertThat(text(document, 2)).contains("typed last");
        await().atMost(PATIENCE).until(() -> named(title + ".docx").isEmpty());
        assertThat(planned(document)).isFalse();
    }

    @Test
    void whatComesAfterADeletionIsKeptThirtyDaysBesideItAndNeverPublished() throws Exception {
        String title = fresh("Late");
        DocumentId document = inPipedrive(title);
        JsonNode session = config(BEN, document);
        String result = result(inPipedrive(fresh("Elsewhere")), "late words");
        documents.delete(ADA, DEAL, Ref.of(document), false);
        assertThat(deliver(session, saved(session, 2, result)).statusCode()).isEqualTo(200);
        assertThat(origins(document)).containsExactly("IMPORTED", "RECOVERED");
        assertThat(text(document, 2)).contains("late words");
        await().atMost(PATIENCE).until(() -> named(title + ".docx").isEmpty());
        await().atMost(PATIENCE).until(() -> !planned(document) && !beingDeleted(document));

        aged(document, "40 days", "29 days");
        sweep("forgettingTask");
        assertThat(origins(document)).containsExactly("IMPORTED", "RECOVERED");
        aged(document, "40 days", "31 days");
        sweep("forgettingTask");
        assertThat(origins(document)).isEmpty();
        assertThat(named(title + ".docx")).isEmpty();
    }

    private boolean beingDeleted(DocumentId document) {
        return jdbc.sql("select count(*) from deletion where document_id = ?")
                        .param(document.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void aged(DocumentId document, String deleted, String kept) {
        jdbc.sql("update document set deleted_at = now() - cast(? as interval) where id = ?")
                .params(deleted, document.value())
                .update();
        jdbc.sql("update version set created_at = now() - cast(? as interval) where document_id = ?")
                .params(kept, document.value())
                .update();
    }

    @Test
    void aFileDeletedInPipedriveItselfIsAskedAboutAndKeptWhereNobodyAnswers() throws Exception {
        String title = fresh("Kept");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        long file = only(title + ".docx").id();
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            pipedrive().deleteFile(PipedriveSandbox.ACME, file);
            documents.list(ADA, DEAL);
            awaitTold(document, "FILE_GONE " + file);
            editor.addParagraph("goes on");
        }
        awaitOrigins(document, "IMPORTED", "SAVED");
        awaitPublished(document);
        assertThat(only(title + ".docx").id()).isNotEqualTo(file);
        assertThat(text(only(title + ".docx"))).contains("goes on");
    }

    @Test
    void anEditorWhoKeepsAFileDeletedInPipedriveGetsItBackAtOnce() throws Exception {
        String title = fresh("Put back");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        long file = only(title + ".docx").id();
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            pipedrive().deleteFile(PipedriveSandbox.ACME, file);
            gone.keep(BEN, document, new FileId(file));
            awaitPublished(document);
            assertThat(only(title + ".docx").id()).isNotEqualTo(file);
            assertThat(editor.events()).noneMatch(event -> event.startsWith("drop"));
        }
        assertThat(state(document).revision()).isEqualTo(1);
    }

    @Test
    void anEditorWhoLetsItGoEndsTheEditingAndWhatWasTypedIsKept() throws Exception {
        String title = fresh("Let go");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        long file = only(title + ".docx").id();
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("typed last");
            pipedrive().deleteFile(PipedriveSandbox.ACME, file);
            gone.delete(BEN, document, new FileId(file));
            editor.awaitEvent("drop", PATIENCE);
        }
        assertThat(text(document, 2)).contains("typed last");
        await().atMost(PATIENCE).until(() -> !planned(document) && !beingDeleted(document));
        assertThat(named(title + ".docx")).isEmpty();
        assertThat(listed(title + ".docx")).isEmpty();
    }

    @Test
    void aFileThatOnlyMovedToAnotherDealIsNotAskedAbout() throws Exception {
        String title = fresh("Moved");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            pipedrive().hangOn(PipedriveSandbox.ACME, only(title + ".docx").id(), FileLinks.plain(1));
            documents.list(ADA, DEAL);
            assertThat(editor.mode()).isEqualTo("edit");
        }
        awaitOnlyCallback(key, 4);
        assertThat(told(document)).isEmpty();
    }

    private static void awaitOnlyCallback(String key, int status) {
        CallbackRecord call = docs().awaitCallback(key, status, PATIENCE);
        assertThat(call.accepted()).isTrue();
    }
}
