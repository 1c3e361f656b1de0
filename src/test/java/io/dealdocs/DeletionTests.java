package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealChanged;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.documents.DeletionId;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.installation.AuditEntry.Action;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.pipedrive.FileLinks;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Subject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;

/** A deletion is out of sight at once, out of Pipedrive a little later, and can be taken back until then. */
class DeletionTests extends SavingRoom {

    private static final String DELETE = "DELETE /files/{id}";
    private static final String GET = "GET /files/{id}";

    @Autowired
    private AuditTrail audit;

    @Autowired
    private DocumentVersions versions;

    @Autowired
    private AbstractApplicationContext pages;

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
        awaitDone(document);
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
        await().atMost(PATIENCE).until(() -> begun(document));
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
    void aFileOnMoreThanTheDealIsNotDeleted() {
        String name = fresh("On a mail") + ".pdf";
        SandboxFile file = pipedrive().addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, name, new byte[9]);
        pipedrive()
                .hangOn(
                        PipedriveSandbox.ACME,
                        file.id(),
                        FileLinks.plain(DEAL.value()).withActivity(77));
        refused(Reason.FORBIDDEN, () -> documents.delete(ADA, DEAL, new Ref("f" + file.id()), false));
        assertThat(named(name)).hasSize(1);
    }

    @Test
    void aFileThatIsHungOnMoreMeanwhileStaysAndShowsAgain() {
        String title = fresh("Hung on");
        DocumentId document = inPipedrive(title);
        delete(document);
        pipedrive()
                .hangOn(
                        PipedriveSandbox.ACME,
                        only(title + ".docx").id(),
                        FileLinks.plain(DEAL.value()).withActivity(77));
        await().atMost(PATIENCE).until(() -> !listed(title + ".docx").isEmpty());
        assertThat(named(title + ".docx")).hasSize(1);
    }

    @Test
    void whatPipedriveRefusesShowsAgainAndPanelsAreTold() {
        String title = fresh("Refused");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(DELETE, 403, 1);
        delete(document);
        AtomicInteger told = new AtomicInteger();
        ApplicationListener<PayloadApplicationEvent<DealChanged>> panel = ApplicationListener.forPayload(news -> {
            if (news.equals(new DealChanged(ADA.company(), Subject.of(DEAL)))) {
                told.incrementAndGet();
            }
        });
        pages.addApplicationListener(panel);
        try {
            await().atMost(PATIENCE).until(() -> !listed(title + ".docx").isEmpty());
            await().atMost(PATIENCE).until(() -> told.get() > 0);
        } finally {
            pages.removeApplicationListener(panel);
        }
        assertThat(actions(document)).endsWith(Action.DELETED, Action.UNDELETED);
        assertThat(only(title + ".docx").size()).isPositive();
    }

    @Test
    void aSilentPipedriveIsAskedAgainUntilItAnswers() {
        String title = fresh("Silent");
        DocumentId document = inPipedrive(title);
        // Pipedrive falls silent between the request, which asks it, and the deletion itself.
        delete(document);
        pipedrive().faults().failNext(GET, 503, 4);
        pipedrive().faults().failNext(DELETE, 500, 4);
        await().atMost(PATIENCE).until(() -> begun(document));
        assertThat(listed(title + ".docx")).isEmpty();
        awaitDone(document);
        assertThat(named(title + ".docx")).isEmpty();
    }

    @Test
    void aDeletionThatNobodyCouldDoForAWeekIsGivenUp() {
        String title = fresh("Given up");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(DELETE, 503, 1000);
        delete(document);
        jdbc.sql("update deletion set requested_at = now() - interval '8 days' where document_id = ?")
                .param(document.value())
                .update();
        await().atMost(PATIENCE).until(() -> !listed(title + ".docx").isEmpty());
        assertThat(named(title + ".docx")).hasSize(1);
    }

    @Test
    void aFileThatIsGoneAlreadyIsWhatWasWanted() {
        String title = fresh("Gone already");
        DocumentId document = inPipedrive(title);
        long file = only(title + ".docx").id();
        delete(document);
        pipedrive().deleteFile(PipedriveSandbox.ACME, file);
        awaitDone(document);
        assertThat(listed(title + ".docx")).isEmpty();
    }

    @Test
    void aRunThatDiesBetweenPipedriveAndOurRecordIsDoneAgain() {
        String title = fresh("Dies between");
        DocumentId document = inPipedrive(title);
        jdbc.sql("create sequence deaths").update();
        jdbc.sql("create function deaths() returns trigger language plpgsql as 'begin"
                        + " if old.document_id = ''" + document + "'' and nextval(''deaths'') <= 2 then"
                        + " raise exception ''told to fail''; end if; return old; end'")
                .update();
        jdbc.sql("create trigger deaths before delete on deletion for each row execute function deaths()")
                .update();
        try {
            delete(document);
            await().atMost(PATIENCE).until(() -> named(title + ".docx").isEmpty());
            assertThat(listed(title + ".docx")).isEmpty();
            awaitDone(document);
            assertThat(jdbc.sql("select last_value from deaths")
                            .query(Long.class)
                            .single())
                    .isEqualTo(3);
        } finally {
            jdbc.sql("drop trigger deaths on deletion").update();
            jdbc.sql("drop function deaths()").update();
            jdbc.sql("drop sequence deaths").update();
        }
        assertThat(listed(title + ".docx")).isEmpty();
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
        assertThat(named(title + ".docx")).isEmpty();
        assertThat(planned(document)).isFalse();
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

    @Test
    void supersededFilesGoEvenThoughTheirDocumentIsDeleted() throws Exception {
        String title = fresh("Superseded");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(DELETE, 503, 4);
        save(ADA, document, "second");
        await().atMost(PATIENCE).until(() -> named(title + ".docx").size() == 2);
        delete(document);
        await().atMost(PATIENCE).until(() -> named(title + ".docx").isEmpty());
        awaitDone(document);
        assertThat(listed(title + ".docx")).isEmpty();
    }

    private DeletionId delete(DocumentId document) {
        return documents.delete(ADA, DEAL, Ref.of(document), false);
    }

    private void awaitDone(DocumentId document) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> jdbc.sql("select count(*) from deletion where document_id = ?")
                                .param(document.value())
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private boolean begun(DocumentId document) {
        return jdbc.sql("select begun_at is not null from deletion where document_id = ?")
                .param(document.value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    private boolean taskOf(DeletionId deletion) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'delete' and task_instance = ?")
                        .param(deletion.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private String name(DocumentId document) {
        return jdbc.sql("select name from document where id = ?")
                .param(document.value())
                .query(String.class)
                .single();
    }

    private List<Action> actions(DocumentId document) {
        return audit.of(ADA.company(), document).stream()
                .map(entry -> entry.action())
                .toList();
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
