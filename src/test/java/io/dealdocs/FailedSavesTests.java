package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealChanged;
import io.dealdocs.documents.DealFile;
import io.dealdocs.sandbox.docs.Fault;
import io.dealdocs.sandbox.docs.FaultName;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.shared.DocumentId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import tools.jackson.databind.JsonNode;

/** When saving goes wrong, at the Docs server or here, nothing is overwritten and nothing is lost. */
class FailedSavesTests extends SavingRoom {

    @Autowired
    private ApplicationEventMulticaster pages;

    @Test
    void aFailedSaveOverwritesNothingAndTheEditorOpensAgainWithTheText() throws Exception {
        DocumentId document = inPipedrive(fresh("Failed"));
        String key = key(document);
        docs().faults().add(Fault.once(FaultName.STATUS_3_INSTEAD_OF_2).forKey(key));
        write(ADA, document, "not assembled");
        assertThat(docs().awaitCallback(key, 3, PATIENCE).accepted()).isFalse();
        assertThat(origins(document)).containsExactly("IMPORTED");
        assertThat(failed(key)).isTrue();
        await().atMost(PATIENCE).until(() -> !docs().session(key).orElseThrow().saving());
        try (HeadlessEditor again = open(ADA, document)) {
            assertThat(again.texts().values()).contains("not assembled");
        }
        awaitOrigins(document, "IMPORTED", "SAVED");
    }

    @Test
    void whatIsLeftOfAFailedSaveIsKeptAsideAndTheDocumentOpensAgain() throws Exception {
        String title = fresh("Remains");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        docs().faults().add(Fault.once(FaultName.STATUS_3_WITH_FILE).forKey(key));
        write(ADA, document, "perhaps whole");
        awaitOrigins(document, "IMPORTED", "RECOVERED");
        assertThat(state(document).head()).isEqualTo(1);
        assertThat(failed(key)).isTrue();
        assertThat(listed(title + ".docx")).extracting(DealFile::state).containsExactly(DealFile.State.SAVE_FAILED);
        save(ADA, document, "written anew");
        assertThat(origins(document)).containsExactly("IMPORTED", "RECOVERED", "SAVED");
        assertThat(listed(title + ".docx")).extracting(DealFile::state).doesNotContain(DealFile.State.SAVE_FAILED);
    }

    @Test
    void aFailedForcedSaveIsMarkedAndAskedForAgainWhileTheSessionGoesOn() throws Exception {
        DocumentId document = inPipedrive(fresh("Failed force save"));
        String key = key(document);
        docs().faults().add(Fault.once(FaultName.STATUS_7_INSTEAD_OF_6).forKey(key));
        try (HeadlessEditor editor = open(ADA, document)) {
            editor.addParagraph("kept by Docs");
            editor.save();
            await().atMost(PATIENCE).until(() -> failed(key));
            assertThat(origins(document)).containsExactly("IMPORTED");
            assertThat(state(document).revision()).isEqualTo(1);
            String retry = "select count(*) from scheduled_tasks where task_name = 'force-save' and task_instance ="
                    + " (select id::text from editing_session where document_key = ?)";
            await().atMost(PATIENCE)
                    .until(() -> jdbc.sql(retry).param(key).query(Long.class).single() == 1);
        }
        awaitOrigins(document, "IMPORTED", "SAVED");
    }

    @Test
    void aSaveOfADeletedDocumentIsKeptAsideAndNotPublished() throws Exception {
        String title = fresh("Deleted");
        DocumentId document = inPipedrive(title);
        JsonNode session = config(ADA, document);
        String result = result(inPipedrive(fresh("Elsewhere")), "late words");
        documents.delete(ADA, DEAL, DealFile.Ref.of(document), false);
        assertThat(deliver(session, saved(session, 2, result)).statusCode()).isEqualTo(200);
        assertThat(deliver(session, saved(session, 2, result)).statusCode()).isEqualTo(200);
        assertThat(origins(document)).containsExactly("IMPORTED", "RECOVERED");
        // Until the time to take the deletion back is over, Pipedrive still has the file.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(named(title + ".docx")).isEmpty());
        assertThat(origins(document)).containsExactly("IMPORTED", "RECOVERED");
        assertThat(planned(document)).isFalse();
    }

    @Test
    void aResultOfAnotherFormatIsKeptAside() throws Exception {
        DocumentId document = inPipedrive(fresh("Other format"));
        JsonNode session = config(ADA, document);
        Map<String, Object> claims = saved(session, 2, result(inPipedrive(fresh("Elsewhere")), "as text"));
        claims.put("filetype", "odt");
        assertThat(deliver(session, claims).statusCode()).isEqualTo(200);
        assertThat(origins(document)).containsExactly("IMPORTED", "RECOVERED");
        assertThat(state(document).head()).isEqualTo(1);
        assertThat(state(document).revision()).isEqualTo(2);
    }

    @Test
    void aDatabaseThatIsAwayForAMomentCostsNothing() throws Exception {
        DocumentId document = inPipedrive(fresh("Database"));
        String key = key(document);
        jdbc.sql("create sequence trouble").update();
        jdbc.sql("create function trouble() returns trigger language plpgsql as 'begin"
                        + " if new.document_id = ''" + document + "'' and nextval(''trouble'') <= 2 then"
                        + " raise exception ''told to fail''; end if; return new; end'")
                .update();
        jdbc.sql("create trigger trouble before insert on version for each row execute function trouble()")
                .update();
        try {
            write(ADA, document, "patience");
            assertThat(docs().awaitCallback(key, 2, 1, PATIENCE).answerStatus()).isEqualTo(503);
            assertThat(docs().awaitCallback(key, 2, 2, PATIENCE).answerStatus()).isEqualTo(503);
            assertThat(docs().awaitCallback(key, 2, 3, PATIENCE).accepted()).isTrue();
            assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
            assertThat(docs().forgotten()).doesNotContain(key);
        } finally {
            jdbc.sql("drop trigger trouble on version").update();
            jdbc.sql("drop function trouble()").update();
            jdbc.sql("drop sequence trouble").update();
        }
    }

    @Test
    void aResultThatBreaksOffIsNeverStoredShort() throws Exception {
        DocumentId document = inPipedrive(fresh("Cut"));
        String key = key(document);
        docs().faults().add(Fault.once(FaultName.RESULT_CUT).forKey(key));
        write(ADA, document, "whole in the end");
        assertThat(docs().awaitCallback(key, 2, 1, PATIENCE).answerStatus()).isEqualTo(503);
        assertThat(docs().awaitCallback(key, 2, 2, PATIENCE).accepted()).isTrue();
        awaitPublished(document);
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
    }

    @Test
    void aPageThatCannotBeToldDoesNotMakeASaveFail() throws Exception {
        DocumentId document = inPipedrive(fresh("Deaf page"));
        String key = key(document);
        ApplicationListener<PayloadApplicationEvent<DealChanged>> deaf = ApplicationListener.forPayload(news -> {
            throw new IllegalStateException("told to fail");
        });
        pages.addApplicationListener(deaf);
        try {
            write(ADA, document, "stored all the same");
            assertThat(docs().awaitCallback(key, 2, PATIENCE).answerStatus()).isEqualTo(200);
        } finally {
            pages.removeApplicationListener(deaf);
        }
    }
}
