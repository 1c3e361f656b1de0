package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.installation.Companies;
import io.dealdocs.installation.CompanyRules;
import io.dealdocs.installation.CompanyRules.Publish;
import io.dealdocs.sandbox.docs.Fault;
import io.dealdocs.sandbox.docs.FaultName;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.shared.DocumentId;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** People who edit for hours: every hour what they have is saved, and then goes to Pipedrive, where their company lets it. */
class LongSessionTests extends RecoveryRoom {

    private static final String LONG = "longSessionsTask";

    @Autowired
    private Companies companies;

    @AfterEach
    void defaults() {
        companies.change(ADA, CompanyRules.defaults());
    }

    private void publish(Publish rule) {
        companies.change(ADA, new CompanyRules(rule, true, OptionalInt.empty(), OptionalInt.empty()));
    }

    /** Time goes by for those who are in. */
    private void pass(String key, String interval) {
        jdbc.sql("update editing_session set active_since = active_since - cast(? as interval),"
                        + " hourly_at = hourly_at - cast(? as interval) where document_key = ?")
                .params(interval, interval, key)
                .update();
    }

    private static long asked(String key) {
        return docs().requests().stream()
                .filter(request -> request.target().startsWith("/command")
                        && request.body().contains("forcesave")
                        && request.body().contains(key))
                .count();
    }

    @Test
    void everyHourWhatIsTypedIsSavedAndThenPublishedWhilePeopleEdit() throws Exception {
        String title = fresh("Long");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("first hour");
            pass(key, "59 minutes");
            sweep(LONG);
            assertThat(asked(key)).isZero();

            pass(key, "2 minutes");
            sweep(LONG);
            awaitOrigins(document, "IMPORTED", "FORCE_SAVED");
            awaitPublished(document);
            assertThat(text(only(title + ".docx"))).contains("first hour");

            editor.addParagraph("second hour");
            pass(key, "59 minutes");
            sweep(LONG);
            assertThat(asked(key)).isEqualTo(1);
            pass(key, "2 minutes");
            sweep(LONG);
            awaitOrigins(document, "IMPORTED", "FORCE_SAVED", "FORCE_SAVED");
            awaitPublished(document);
            assertThat(text(only(title + ".docx"))).contains("first hour", "second hour");
            assertThat(editors(title + ".docx")).containsExactly("Ben Vogt");
            assertThat(state(document).revision()).isEqualTo(1);
        }
    }

    @Test
    void whereThePeopleAreGoneNothingIsAskedFor() throws Exception {
        DocumentId document = inPipedrive(fresh("Gone"));
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            assertThat(editor.mode()).isEqualTo("edit");
            docs().awaitCallback(key, 1, PATIENCE);
        }
        docs().awaitCallback(key, 4, PATIENCE);
        jdbc.sql("update editing_session set active_since = now() - interval '2 hours' where document_key = ?")
                .param(key)
                .update();
        sweep(LONG);
        assertThat(asked(key)).isZero();
    }

    @Test
    void aCompanyThatPublishesOnDemandIsLeftAlone() throws Exception {
        DocumentId document = inPipedrive(fresh("On demand"));
        String key = key(document);
        publish(Publish.ON_DEMAND);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("typed");
            pass(key, "2 hours");
            sweep(LONG);
            assertThat(asked(key)).isZero();
        }
        awaitOrigins(document, "IMPORTED", "SAVED");
        assertThat(planned(document)).isFalse();
    }

    @Test
    void aCompanyThatChoseSoWhileTheSaveWasOnItsWayIsLeftAloneToo() throws Exception {
        DocumentId document = inPipedrive(fresh("Chosen meanwhile"));
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("typed");
            pass(key, "61 minutes");
            docs().faults()
                    .add(Fault.once(FaultName.CALLBACK_LATE)
                            .forKey(key)
                            .status(6)
                            .millis(1000));
            sweep(LONG);
            publish(Publish.ON_DEMAND);
            awaitOrigins(document, "IMPORTED", "FORCE_SAVED");
            assertThat(planned(document)).isFalse();
            assertThat(wantedNow(document)).isFalse();
        }
    }

    private boolean wantedNow(DocumentId document) {
        return jdbc.sql("select publish_now is not null from document where id = ?")
                .param(document.value())
                .query(Boolean.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"STATUS_7_INSTEAD_OF_6, false", "STATUS_7_INSTEAD_OF_6, true", "CALLBACK_LOST, false"})
    void anHourlySaveThatFailedIsAskedForAgainAndPublished(FaultName trouble, boolean savedMeanwhile) throws Exception {
        String title = fresh("Failed hour");
        DocumentId document = inPipedrive(title);
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("in the end");
            pass(key, "61 minutes");
            docs().faults().add(Fault.once(trouble).forKey(key).status(trouble == FaultName.CALLBACK_LOST ? 6 : 0));
            sweep(LONG);
            await().atMost(PATIENCE).until(() -> trouble == FaultName.CALLBACK_LOST ? faultIsOver(key) : failed(key));
            assertThat(origins(document)).containsExactly("IMPORTED");
            if (savedMeanwhile) {
                editor.save();
                awaitOrigins(document, "IMPORTED", "FORCE_SAVED");
            }

            sweep(LONG);

            awaitOrigins(document, "IMPORTED", "FORCE_SAVED");
            awaitPublished(document);
            assertThat(text(only(title + ".docx"))).contains("in the end");
            assertThat(editors(title + ".docx")).containsExactly("Ben Vogt");
            sweep(LONG);
            assertThat(asked(key)).isEqualTo(2);
        }
    }

    private static boolean faultIsOver(String key) {
        return docs().callbacks().stream().anyMatch(call -> call.key().equals(key) && call.status() == 6);
    }

    @Test
    void equalContentPublishesNothing() throws Exception {
        String title = fresh("Equal");
        DocumentId document = inPipedrive(title);
        String result = result(document, "text");
        awaitPublished(document);
        long file = only(title + ".docx").id();
        JsonNode session = config(ADA, document);
        Map<String, Object> claims = saved(session, 6, result);
        claims.put("forcesavetype", 0);
        claims.put("userdata", "hourly");

        assertThat(deliver(session, claims).statusCode()).isEqualTo(200);

        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED", "FORCE_SAVED");
        awaitPublished(document);
        assertThat(only(title + ".docx").id()).isEqualTo(file);
    }
}
