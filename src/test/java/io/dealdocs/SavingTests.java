package io.dealdocs;

import static io.dealdocs.DocsVoice.callback;
import static io.dealdocs.DocsVoice.fields;
import static io.dealdocs.DocsVoice.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import io.dealdocs.sandbox.docs.CallbackRecord;
import io.dealdocs.sandbox.docs.Fault;
import io.dealdocs.sandbox.docs.FaultName;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.settings.CompanySettings;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.shared.DocumentId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of a document when a Docs server hands over a save: nothing is lost, nothing is doubled. */
class SavingTests extends DealRoom {

    @Autowired
    private CompanySettings settings;

    @Test
    void aSaveMovesTheHeadAndEndsTheKey() throws Exception {
        DocumentId document = inPipedrive(fresh("Saved"));
        String key = key(document);
        save(ADA, document, "first");
        assertThat(state(document).head()).isEqualTo(2);
        assertThat(state(document).revision()).isEqualTo(2);
        assertThat(key(document)).isNotEqualTo(key);
        assertThat(docs().awaitCallback(key, 2, PATIENCE).accepted()).isTrue();
    }

    @Test
    void theSameSaveTwiceIsOneVersion() throws Exception {
        DocumentId document = inPipedrive(fresh("Twice"));
        String key = key(document);
        docs().faults().add(Fault.once(FaultName.STATUS_2_REPEATED).forKey(key));
        write(ADA, document, "once");
        CallbackRecord second = docs().awaitCallback(key, 2, 2, PATIENCE);
        assertThat(second.accepted()).isTrue();
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
        assertThat(state(document).revision()).isEqualTo(2);
    }

    @Test
    void aSaveWhoseAnswerWasLostIsOneVersion() throws Exception {
        DocumentId document = inPipedrive(fresh("Lost answer"));
        String key = key(document);
        try (HeadlessEditor editor = open(ADA, document)) {
            editor.addParagraph("once");
            docs().awaitCallback(key, 1, PATIENCE);
            docs().faults().add(Fault.once(FaultName.CALLBACK_ANSWER_LOST).forKey(key));
        }
        assertThat(docs().awaitCallback(key, 2, 2, PATIENCE).accepted()).isTrue();
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
    }

    @Test
    void aLateSaveOfAnEarlierKeyIsKeptAside() throws Exception {
        DocumentId document = inPipedrive(fresh("Late"));
        JsonNode early = config(ADA, document);
        String other = result(inPipedrive(fresh("Elsewhere")), "late words");
        save(BEN, document, "on time");
        Row before = state(document);
        Map<String, Object> claims = saved(early, 2, other);
        for (int time = 0; time < 2; time++) {
            assertThat(deliver(early, claims).body()).isEqualTo("{\"error\":0}");
        }
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED", "CONFLICT");
        assertThat(state(document).head()).isEqualTo(before.head());
        assertThat(state(document).revision()).isEqualTo(before.revision());
    }

    @Test
    void aForcedSaveKeepsTheKeyAndGoesToPipedriveOnlyWhenPeopleLeave() throws Exception {
        DocumentId document = inPipedrive(fresh("Forced"));
        String key = key(document);
        try (HeadlessEditor editor = open(ADA, document)) {
            editor.addParagraph("halfway");
            editor.save();
            awaitOrigins(document, "IMPORTED", "FORCE_SAVED");
            assertThat(state(document).head()).isEqualTo(2);
            assertThat(state(document).revision()).isEqualTo(1);
            assertThat(key(document)).isEqualTo(key);
            assertThat(planned(document)).isFalse();
        }
        awaitOrigins(document, "IMPORTED", "FORCE_SAVED", "SAVED");
        assertThat(state(document).revision()).isEqualTo(2);
        awaitPublished(document);
    }

    @Test
    void whatIsUndoneAndSavedAgainIsTheHead() throws Exception {
        DocumentId document = inPipedrive(fresh("Undone"));
        JsonNode session = config(ADA, document);
        String one = result(inPipedrive(fresh("One")), "one");
        String two = result(inPipedrive(fresh("Two")), "two");
        for (String result : List.of(one, one, two, one)) {
            assertThat(deliver(session, saved(session, 6, result)).statusCode()).isEqualTo(200);
        }
        assertThat(origins(document)).containsExactly("IMPORTED", "FORCE_SAVED", "FORCE_SAVED", "FORCE_SAVED");
        assertThat(state(document).head()).isEqualTo(4);
        assertThat(hash(document, 4)).isEqualTo(hash(document, 2));
    }

    private String hash(DocumentId document, int version) {
        return jdbc.sql("select sha256 from version where document_id = ? and number = ?")
                .params(document.value(), version)
                .query(String.class)
                .single();
    }

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
        DocumentId document = inPipedrive(fresh("Remains"));
        String key = key(document);
        docs().faults().add(Fault.once(FaultName.STATUS_3_WITH_FILE).forKey(key));
        write(ADA, document, "perhaps whole");
        awaitOrigins(document, "IMPORTED", "RECOVERED");
        assertThat(state(document).head()).isEqualTo(1);
        assertThat(failed(key)).isTrue();
        save(ADA, document, "written anew");
        assertThat(origins(document)).containsExactly("IMPORTED", "RECOVERED", "SAVED");
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
        documents.delete(ADA, DEAL, DealFile.Ref.of(document));
        assertThat(deliver(session, saved(session, 2, result)).statusCode()).isEqualTo(200);
        assertThat(deliver(session, saved(session, 2, result)).statusCode()).isEqualTo(200);
        assertThat(origins(document)).containsExactly("IMPORTED", "RECOVERED");
        assertThat(planned(document)).isFalse();
        assertThat(named(title + ".docx")).isEmpty();
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
    void aSecretChangedWhilePeopleEditLosesNothing() throws Exception {
        DocumentId withOld = inPipedrive(fresh("Old secret"));
        DocumentId withNew = inPipedrive(fresh("New secret"));
        String elsewhere = result(inPipedrive(fresh("Elsewhere")), "by hand");
        String old = docs().secret();
        String changed = "a changed secret, known to both from now on";
        JsonNode session = config(ADA, withOld);
        try (HeadlessEditor editor = open(BEN, withNew)) {
            editor.addParagraph("before");
            docs().withSecret(changed);
            useSecret(changed);
            editor.addParagraph("after");
        } finally {
            docs().withSecret(old);
        }
        try {
            awaitOrigins(withNew, "IMPORTED", "SAVED");
            Map<String, Object> claims = saved(session, 2, elsewhere);
            assertThat(callback(address(session), claims, sign(claims, old)).statusCode())
                    .isEqualTo(200);
            assertThat(origins(withOld)).containsExactly("IMPORTED", "SAVED");
        } finally {
            jdbc.sql("delete from docs_settings").update();
        }
    }

    private void useSecret(String secret) {
        assertThat(settings.save(
                        ADA,
                        new NewDocsSettings(
                                docs().origin(),
                                Optional.of(secret),
                                "Authorization",
                                DocsSettings.CoEditing.FAST,
                                settings.of(ADA.company()).version())))
                .isInstanceOf(SaveOutcome.Saved.class);
    }

    private boolean failed(String key) {
        return jdbc.sql("select failed_at is not null from editing_session where document_key = ?")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    private void awaitOrigins(DocumentId document, String... expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(origins(document)).containsExactly(expected));
    }

    private String key(DocumentId document) {
        return config(ADA, document).path("document").path("key").asString();
    }

    /** Lets somebody write into a document, and answers where the Docs server laid the result. */
    private String result(DocumentId document, String text) throws Exception {
        String key = key(document);
        write(BEN, document, text);
        return docs().awaitCallback(key, 2, PATIENCE).body().path("url").asString();
    }

    private static Map<String, Object> saved(JsonNode session, int status, String result) {
        return fields(
                "key",
                session.path("document").path("key").asString(),
                "status",
                status,
                "url",
                result,
                "filetype",
                "docx",
                "users",
                List.of(session.path("editorConfig").path("user").path("id").asString()));
    }

    private static String address(JsonNode session) {
        return session.path("editorConfig").path("callbackUrl").asString();
    }

    private HttpResponse<String> deliver(JsonNode session, Map<String, Object> claims) {
        return callback(address(session), claims, sign(claims, docs().secret()));
    }
}
