package io.dealdocs;

import static io.dealdocs.DocsVoice.callback;
import static io.dealdocs.DocsVoice.sign;
import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.sandbox.docs.CallbackRecord;
import io.dealdocs.sandbox.docs.Fault;
import io.dealdocs.sandbox.docs.FaultName;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.settings.CompanySettings;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.shared.DocumentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of a document when a Docs server hands over a save: nothing is lost, nothing is doubled. */
class SavingTests extends SavingRoom {

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
    void aSecretChangedWhilePeopleEditLosesNothing() throws Exception {
        DocumentId withOld = inPipedrive(fresh("Old secret"));
        DocumentId withNew = inPipedrive(fresh("New secret"));
        String elsewhere = result(inPipedrive(fresh("Elsewhere")), "by hand");
        String old = docs().secret();
        String changed = "a changed secret, known to both from now on";
        JsonNode session = config(ADA, withOld);
        String key = key(withNew);
        try (HeadlessEditor editor = open(BEN, withNew)) {
            editor.addParagraph("before");
            docs().withSecret(changed);
            useSecret(changed);
            editor.addParagraph("after");
        }
        try {
            assertThat(docs().awaitCallback(key, 2, PATIENCE).accepted()).isTrue();
            docs().withSecret(old);
            awaitOrigins(withNew, "IMPORTED", "SAVED");
            Map<String, Object> claims = saved(session, 2, elsewhere);
            assertThat(callback(address(session), claims, sign(claims, old)).statusCode())
                    .isEqualTo(200);
            assertThat(origins(withOld)).containsExactly("IMPORTED", "SAVED");
        } finally {
            docs().withSecret(old);
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
}
