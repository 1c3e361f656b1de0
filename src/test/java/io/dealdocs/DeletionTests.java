package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.documents.DeletionId;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.installation.AuditEntry.Action;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A deletion is out of sight at once, out of Pipedrive a little later, and can be taken back until then. */
class DeletionTests extends DeletionRoom {

    @Autowired
    private DocumentVersions versions;

    @Test
    void theLineIsGoneAtOnceAndTheFileALittleLater() {
        String title = fresh("Deleted");
        DocumentId document = inPipedrive(title);
        delete(document);
        assertThat(listed(title + ".docx")).isEmpty();
        assertThat(named(title + ".docx")).hasSize(1);
        refused(Reason.DOCUMENT_DELETED, () -> sessions.launch(BEN, document, false));
        refused(Reason.DOCUMENT_DELETED, () -> sessions.prepare(ADA, DEAL, Ref.of(document)));
        refused(Reason.DOCUMENT_DELETED, () -> documents.delete(BEN, DEAL, Ref.of(document), false));
        await().atMost(PATIENCE).until(() -> deletions(document) == 0);
        assertThat(named(title + ".docx")).isEmpty();
        assertThat(listed(title + ".docx")).isEmpty();
        assertThat(actions(document)).endsWith(Action.DELETED);
        assertThat(versions.list(ADA, DEAL, document)).hasSize(1);
    }

    @Test
    void anUndoBringsItBackAsItWas() throws Exception {
        String title = fresh("Taken back");
        DocumentId document = inPipedrive(title);
        long file = only(title + ".docx").id();
        DeletionId deletion = delete(document);
        documents.undo(BEN, DEAL, deletion);
        assertThat(listed(title + ".docx"))
                .singleElement()
                .satisfies(line -> assertThat(line.ref()).isEqualTo(Ref.of(document)));
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_instance = ? and not picked")
                .param(deletion.toString())
                .update();
        await().atMost(PATIENCE).until(() -> !taskOf(deletion));
        assertThat(only(title + ".docx").id()).isEqualTo(file);
        assertThat(actions(document)).endsWith(Action.DELETED, Action.UNDELETED);
        save(BEN, document, "goes on");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("goes on");
    }

    @Test
    void whatHasBegunCannotBeTakenBack() {
        String title = fresh("Too late");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(DELETE, 503, 4);
        DeletionId deletion = delete(document);
        awaitBegun(document);
        refused(Reason.UNDO_TOO_LATE, () -> documents.undo(ADA, DEAL, deletion));
        awaitDone(document);
        refused(Reason.UNDO_TOO_LATE, () -> documents.undo(ADA, DEAL, deletion));
        assertThat(named(title + ".docx")).isEmpty();
    }

    @Test
    void nobodyElsesDeletionIsTakenBack() {
        DocumentId document = inPipedrive(fresh("Somebody else's"));
        DeletionId deletion = delete(document);
        refused(Reason.UNDO_TOO_LATE, () -> documents.undo(GUS, new DealId(1), deletion));
        refused(Reason.UNDO_TOO_LATE, () -> documents.undo(ADA, new DealId(1), deletion));
        refused(Reason.DEAL_GONE, () -> documents.undo(BEN, new DealId(2), deletion));
        refused(Reason.UNDO_TOO_LATE, () -> documents.undo(ADA, DEAL, DeletionId.random()));
        awaitDone(document);
    }

    @Test
    void aPlainFileGoesTheSameWay() {
        String name = fresh("Plain") + ".zip";
        SandboxFile file = pipedrive().addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, name, new byte[9]);
        DeletionId first = documents.delete(ADA, DEAL, new Ref("f" + file.id()), false);
        assertThat(listed(name)).isEmpty();
        documents.undo(ADA, DEAL, first);
        DealFile back = listed(name).getFirst();
        assertThat(back.size()).isEqualTo(9);
        documents.delete(BEN, DEAL, back.ref(), false);
        assertThat(listed(name)).isEmpty();
        await().atMost(PATIENCE).until(() -> named(name).isEmpty());
        assertThat(listed(name)).isEmpty();
    }

    @Test
    void whoeverEditsIsNamedAndWhatTheyTypedIsKeptOnceItIsConfirmed() throws Exception {
        String title = fresh("Edited");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("typed until the last moment");
            assertThatThrownBy(() -> delete(document)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.reason()).isEqualTo(Reason.BEING_EDITED);
                assertThat(refusal.arguments()).containsExactly(List.of("Ben Vogt"));
            });
            assertThat(listed(title + ".docx")).hasSize(1);
            documents.delete(ADA, DEAL, Ref.of(document), true);
        }
        assertThat(listed(title + ".docx")).isEmpty();
        awaitDone(document);
        await().atMost(PATIENCE).until(() -> !planned(document));
        assertThat(named(title + ".docx")).isEmpty();
        DocumentId rescued = versions.saveAsFile(
                ADA,
                DEAL,
                document,
                versions.list(ADA, DEAL, document).getFirst().number());
        awaitPublished(rescued);
        assertThat(text(only(name(rescued)))).contains("typed until the last moment");
    }

    @Test
    void anUndoneDeletionNeverUsesTheEndedKeyAgain() throws Exception {
        DocumentId document = inPipedrive(fresh("New key"));
        String key = key(document);
        DeletionId deletion;
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("kept");
            deletion = documents.delete(ADA, DEAL, Ref.of(document), true);
        }
        documents.undo(ADA, DEAL, deletion);
        assertThat(key(document)).isNotEqualTo(key);
        awaitPublished(document);
        save(BEN, document, "and on");
        awaitPublished(document);
        assertThat(text(only(name(document)))).contains("and on");
    }

    @Test
    void whatWaitedIsOnItsWayAgainAfterAnUndo() throws Exception {
        String title = fresh("Waits");
        pipedrive().faults().failNext("POST /files", 503, 3);
        DocumentId document = documents.create(ADA, DEAL, DocumentKind.DOCUMENT, title);
        DeletionId deletion = delete(document);
        assertThat(listed(title + ".docx")).isEmpty();
        documents.undo(ADA, DEAL, deletion);
        awaitPublished(document);
        only(title + ".docx");
    }

    private boolean taskOf(DeletionId deletion) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'delete' and task_instance = ?")
                        .param(deletion.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
