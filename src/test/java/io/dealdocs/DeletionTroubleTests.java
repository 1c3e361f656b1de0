package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealChanged;
import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.installation.AuditEntry.Action;
import io.dealdocs.sandbox.pipedrive.FileLinks;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Subject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;

/** A deletion happens once, or shows again, whatever goes wrong at Pipedrive or with us. */
class DeletionTroubleTests extends DeletionRoom {

    private static final String GET = "GET /files/{id}";

    @Autowired
    private AbstractApplicationContext pages;

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
        awaitBack(document, title + ".docx");
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
            awaitBack(document, title + ".docx");
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
        awaitBegun(document);
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
        awaitBack(document, title + ".docx");
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
            hasten(document);
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
    void supersededFilesGoEvenThoughTheirDocumentIsDeleted() throws Exception {
        String title = fresh("Superseded");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(DELETE, 503, 4);
        save(ADA, document, "second");
        await().atMost(PATIENCE).until(() -> named(title + ".docx").size() == 2);
        delete(document);
        awaitDone(document);
        await().atMost(PATIENCE).until(() -> named(title + ".docx").isEmpty());
        assertThat(listed(title + ".docx")).isEmpty();
    }
}
