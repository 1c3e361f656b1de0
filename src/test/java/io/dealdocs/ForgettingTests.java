package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.ContentId;
import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.documents.Origin;
import io.dealdocs.installation.AuditEntry.Action;
import io.dealdocs.sandbox.pipedrive.FileLinks;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.Switch;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A document whose file or deal is gone in Pipedrive dies 30 days later, and one that is just out of sight never does. */
class ForgettingTests extends RetentionRoom {

    private static final DealId ARCHIVED = new DealId(7);
    private static final DealId ADAS_OWN = new DealId(2);
    private static final long DELETED_DEAL = 6;
    private static final String FORGET = "forgettingTask";
    private static final String FILE = "GET /files/{id}";
    private static final int ALWAYS = 1_000_000;

    @Autowired
    private DocumentVersions versions;

    private String title = "";

    @BeforeEach
    void nothingElseIsLookedFor() {
        title = fresh("Forgotten");
        jdbc.sql("update document set missed_at = null, gone_at = null").update();
    }

    private DocumentId on(DealId deal) {
        DocumentId document = documents.create(ADA, deal, DocumentKind.DOCUMENT, title);
        awaitPublished(document);
        return document;
    }

    private long fileOf(DocumentId document) {
        return jdbc.sql("select file_id from publication where document_id = ? and current")
                .param(document.value())
                .query(Long.class)
                .single();
    }

    /** Time passes since something happened to a document. */
    private void since(DocumentId document, String what, String interval) {
        jdbc.sql("update document set " + what + " = now() - cast(? as interval) where id = ?")
                .params(interval, document.value())
                .update();
    }

    private boolean is(DocumentId document, String what) {
        return jdbc.sql("select " + what + " is not null from document where id = ?")
                .param(document.value())
                .query(Boolean.class)
                .single();
    }

    /** A list has lacked it for two days, and the hour is full. */
    private void lookFor(DocumentId document) {
        since(document, "missed_at", "2 days");
        run(FORGET);
    }

    private static void everythingAgain() {
        pipedrive().faults().clear();
        pipedrive().faults().burst(100_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasDeletedInPipedriveDiesThirtyDaysAfterItWasMissedAndNotBefore(boolean inactive) {
        pipedrive().faults().set(Switch.DELETED_FILE_IS_INACTIVE, inactive);
        DocumentId document = inPipedrive(title);
        ContentId content = contentOf(document, 1);
        pipedrive().deleteFile(PipedriveSandbox.ACME, fileOf(document));

        documents.list(BEN, DEAL);
        assertThat(is(document, "missed_at")).isTrue();
        run(FORGET);
        assertThat(is(document, "gone_at"))
                .as("a list may lack it for a moment")
                .isFalse();
        lookFor(document);
        assertThat(is(document, "gone_at")).isTrue();
        run(FORGET);
        since(document, "gone_at", "29 days 23 hours");
        run(FORGET);
        assertThat(there(document)).isTrue();
        assertThat(audited(document, Action.FORGOTTEN)).isEmpty();

        since(document, "gone_at", "30 days 1 minute");
        run(FORGET);
        assertThat(there(document)).isFalse();
        assertThat(kept(content)).isFalse();
        assertThat(audited(document, Action.FORGOTTEN)).containsExactly(": gone in Pipedrive");
        refused(Reason.FILE_GONE, () -> versions.list(ADA, DEAL, document));
    }

    @Test
    void aDealThatIsGoneTakesItsDocumentsAlong() {
        DocumentId document = on(ARCHIVED);
        pipedrive().faults().hideDeal(PipedriveSandbox.ACME, ARCHIVED.value());

        refused(Reason.DEAL_GONE, () -> documents.list(BEN, ARCHIVED));
        assertThat(is(document, "missed_at")).isTrue();
        lookFor(document);
        since(document, "gone_at", "31 days");
        run(FORGET);

        assertThat(there(document)).isFalse();
    }

    @Test
    void aFileOnADealThatWasDeletedIsGoneAsWell() {
        DocumentId document = inPipedrive(title);
        pipedrive().hangOn(PipedriveSandbox.ACME, fileOf(document), FileLinks.plain(DELETED_DEAL));

        lookFor(document);

        assertThat(is(document, "gone_at")).isTrue();
    }

    @Test
    void whatIsSeenAgainMeanwhileStays() {
        DocumentId document = on(ARCHIVED);
        pipedrive().faults().hideDeal(PipedriveSandbox.ACME, ARCHIVED.value());
        lookFor(document);
        since(document, "gone_at", "31 days");
        everythingAgain();

        documents.list(BEN, ARCHIVED);
        assertThat(is(document, "gone_at")).isFalse();
        assertThat(is(document, "missed_at")).isFalse();
        run(FORGET);

        assertThat(there(document)).isTrue();
    }

    @Test
    void whatCameBackIsFoundEvenWhenNobodyLookedAtItSince() {
        DocumentId document = on(ARCHIVED);
        since(document, "gone_at", "31 days");

        run(FORGET);

        assertThat(there(document)).isTrue();
        assertThat(is(document, "gone_at")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 500, 503})
    void anAnswerThatSaysNothingNeverCountsAsGone(int status) {
        DocumentId suspected = inPipedrive(title);
        DocumentId dead = inPipedrive(fresh("Dead"));
        since(dead, "gone_at", "31 days");
        pipedrive().faults().failNext(FILE, status, ALWAYS);

        lookFor(suspected);

        assertThat(is(suspected, "gone_at")).isFalse();
        assertThat(is(suspected, "missed_at")).isTrue();
        assertThat(there(dead)).isTrue();
        everythingAgain();
        pipedrive().deleteFile(PipedriveSandbox.ACME, fileOf(dead));
        run(FORGET);
        assertThat(there(dead)).as("asked again").isFalse();
    }

    @Test
    void whoMayNotSeeTheDealIsNoWitness() {
        DocumentId document = on(ADAS_OWN);
        dead(ADA);

        lookFor(document);
        assertThat(is(document, "gone_at")).as("Ben does not see the deal").isFalse();
        since(document, "gone_at", "31 days");
        run(FORGET);
        assertThat(there(document)).isTrue();
        since(document, "gone_at", "31 days");
        connect(ADA);
        run(FORGET);

        assertThat(is(document, "gone_at")).isFalse();
        assertThat(is(document, "missed_at")).isFalse();
    }

    @Test
    void whereTheOwnerIsAwayThoseWhoWroteItStandInUnlessAnybodySeesIt() {
        connect(CLEO);
        DocumentId document = on(ARCHIVED);
        jdbc.sql("update version set author_id = ? where document_id = ?")
                .params(BEN.user().value(), document.value())
                .update();
        dead(ADA);
        pipedrive()
                .faults()
                .hideDeal(PipedriveSandbox.ACME, ARCHIVED.value(), BEN.user().value());

        lookFor(document);
        assertThat(is(document, "gone_at")).as("Cleo sees it").isFalse();
        pipedrive().faults().hideDeal(PipedriveSandbox.ACME, ARCHIVED.value());
        lookFor(document);

        assertThat(is(document, "gone_at")).isTrue();
    }

    @Test
    void whatWaitsForPipedriveDiesOnlyWithItsDeal() {
        DocumentId document = on(ARCHIVED);
        add(document, Origin.SAVED);
        since(document, "attention_at", "31 days");
        jdbc.sql("update document set attention = 'DEAL_GONE', gone_at = attention_at where id = ?")
                .param(document.value())
                .update();

        run(FORGET);
        assertThat(there(document)).as("the deal is there").isTrue();
        awaitPublished(document);

        add(document, Origin.SAVED);
        since(document, "attention_at", "31 days");
        jdbc.sql("update document set attention = 'FORBIDDEN' where id = ?")
                .param(document.value())
                .update();
        pipedrive().faults().hideDeal(PipedriveSandbox.ACME, ARCHIVED.value());
        run(FORGET);
        assertThat(there(document))
                .as("people were not told that the deal is gone")
                .isTrue();
        jdbc.sql("update document set attention = 'DEAL_GONE' where id = ?")
                .param(document.value())
                .update();
        run(FORGET);

        assertThat(there(document)).isFalse();
        assertThat(audited(document, Action.FORGOTTEN)).containsExactly(": its deal is gone");
    }

    @Test
    void whatWasDeletedInOurPanelDiesThirtyDaysLater() {
        DocumentId document = inPipedrive(title);
        documents.delete(ADA, DEAL, Ref.of(document), false);
        since(document, "deleted_at", "31 days");
        run(FORGET);
        assertThat(there(document)).as("Pipedrive still has its file").isTrue();
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'delete'")
                .update();
        await().atMost(PATIENCE)
                .until(() -> named(title + ".docx").isEmpty()
                        && jdbc.sql("select count(*) from deletion where document_id = ?")
                                        .param(document.value())
                                        .query(Long.class)
                                        .single()
                                == 0);
        since(document, "deleted_at", "29 days");
        run(FORGET);
        assertThat(there(document)).isTrue();
        since(document, "deleted_at", "31 days");
        run(FORGET);

        assertThat(there(document)).isFalse();
        assertThat(audited(document, Action.FORGOTTEN)).containsExactly(": deleted");
    }

    @Test
    void whatSomebodyEditsIsNotForgotten() throws Exception {
        DocumentId document = inPipedrive(title);
        String key = config(BEN, document).path("document").path("key").asString();
        try (var editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            pipedrive().deleteFile(PipedriveSandbox.ACME, fileOf(document));
            since(document, "gone_at", "31 days");
            run(FORGET);
            assertThat(there(document)).isTrue();
            editor.addParagraph("kept");
        }
        await().atMost(PATIENCE).until(() -> origins(document).size() > 1);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("kept");
    }
}
