package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealFile.State;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.Switch;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A saved version reaches Pipedrive exactly once, whatever goes wrong there. */
class PublishingTroubleTests extends DealRoom {

    private static final String POST = "POST /files";
    private static final String DELETE = "DELETE /files/{id}";
    private static final MemberId CLEO = MemberId.of(PipedriveSandbox.ACME, 1003);

    @Test
    void aFileWhoseAnswerWasLostIsAdopted() throws Exception {
        String title = fresh("Lost – ja löytynyt");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().loseAnswerOfNext(POST, 1);
        save(ADA, document, "text");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
        assertThat(outcomes(document)).containsExactly("RECORDED", "ADOPTED");
    }

    @Test
    void aFileWhoseNameWasMisreadAndWhoseAnswerWasLostIsAdopted() throws Exception {
        String title = fresh("Tarjous – sähkö");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().set(Switch.MANGLES_FILE_NAMES, true);
        pipedrive().faults().loseAnswerOfNext(POST, 1);
        save(ADA, document, "text");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
        assertThat(outcomes(document)).containsExactly("RECORDED", "ADOPTED");
    }

    @Test
    void aFileWhoseAnswerWasLostLooksLikeNoOtherFileMeanwhile() throws Exception {
        String title = fresh("Meanwhile");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().loseAnswerOfNext(POST, 1);
        pipedrive().faults().failNext("GET /deals/{id}/files", 503, 3);
        save(ADA, document, "text");
        await().atMost(PATIENCE).until(() -> named(title + ".docx").size() == 2);
        pipedrive().faults().clear();
        pipedrive().faults().burst(100_000);
        long uploaded = named(title + ".docx").getLast().id();
        assertThat(listed(title + ".docx"))
                .singleElement()
                .satisfies(line -> assertThat(line.ref()).isEqualTo(DealFile.Ref.of(document)));
        assertThat(sessions.prepare(BEN, DEAL, new DealFile.Ref("f" + uploaded)).getPath())
                .endsWith(document.toString());
        awaitPublished(document);
        assertThat(only(title + ".docx").id()).isEqualTo(uploaded);
    }

    @Test
    void aLostAnswerWithoutAFileIsUploadedAgainAfterTheWait() throws Exception {
        String title = fresh("Nothing");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(POST, 500, 1);
        save(ADA, document, "text");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
        assertThat(outcomes(document)).containsExactly("RECORDED", "NOTHING_FOUND", "RECORDED");
        assertThat(waited(document)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    private Duration waited(DocumentId document) {
        List<Instant> started = jdbc.sql("select started_at from publication_attempt where document_id = ? order by id")
                .param(document.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
        return Duration.between(started.get(1), started.get(2));
    }

    @Test
    void aBurstOfTooManyRequestsOnlyDelays() throws Exception {
        String title = fresh("Burst");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(POST, 429, 2);
        save(ADA, document, "text");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
        assertThat(outcomes(document)).containsExactly("RECORDED", "REFUSED", "REFUSED", "RECORDED");
    }

    @Test
    void anOutageOnlyDelays() throws Exception {
        String title = fresh("Outage");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext("GET /files/{id}", 503, 4);
        save(ADA, document, "text");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
        assertThat(outcomes(document)).containsExactly("RECORDED", "RECORDED");
    }

    @Test
    void aUsedUpDailyBudgetWaitsForTheNextDay() throws Exception {
        String title = fresh("Budget");
        DocumentId document = inPipedrive(title);
        save(ADA, document, "text", () -> pipedrive().faults().dailyBudget(0));
        await().atMost(PATIENCE)
                .until(() -> plannedFor(document).isAfter(Instant.now().plusSeconds(30)));
        assertThat(plannedFor(document))
                .isBetween(midnight().minusSeconds(1), midnight().plusSeconds(180));
        assertThat(state(document).attention()).isEmpty();
        pipedrive().faults().clear();
        assertThat(listed(title + ".docx"))
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(State.WAITING));
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_instance = ?")
                .param(document.toString())
                .update();
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
    }

    private static Instant midnight() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    }

    private Instant plannedFor(DocumentId document) {
        return jdbc.sql("select execution_time from scheduled_tasks where task_name = 'publish' and task_instance = ?")
                .param(document.toString())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }

    @Test
    void aDeleteThatFailsIsTriedAgain() throws Exception {
        String title = fresh("Undeleted");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(DELETE, 500, 1);
        save(ADA, document, "text");
        await().atMost(PATIENCE).until(() -> named(title + ".docx").size() == 2);
        assertThat(listed(title + ".docx")).hasSize(1);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
    }

    @Test
    void aDeleteThatIsRefusedLeavesTheFileFolded() throws Exception {
        String title = fresh("Refused");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(DELETE, 403, 20);
        save(ADA, document, "text");
        awaitPublished(document);
        assertThat(named(title + ".docx")).hasSize(2);
        assertThat(listed(title + ".docx")).hasSize(1);
    }

    @Test
    void anotherMemberCarriesWhatTheAuthorNoLongerMay() throws Exception {
        String title = fresh("Through Ben");
        DocumentId document = inPipedrive(title);
        save(ADA, document, "text", () -> dead(ADA));
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
        assertThat(only(title + ".docx").userId()).isNotEqualTo(ADA.user().value());
    }

    @Test
    void withoutAnybodyConnectedItNeedsAttentionAndGoesOnWithTheNextConsent() throws Exception {
        String title = fresh("Nobody");
        DocumentId document = inPipedrive(title);
        save(ADA, document, "text", () -> dead(ADA, BEN, CLEO));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(document).attention()).isEqualTo("RECONNECT"));
        connect(BEN);
        assertThat(documents.list(BEN, DEAL).files())
                .filteredOn(line -> line.name().equals(title + ".docx"))
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(State.NEEDS_ATTENTION));
        sweep();
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
    }

    private void dead(MemberId... members) {
        for (MemberId member : members) {
            jdbc.sql("update member_token set dead = true where company_id = ? and user_id = ?")
                    .params(member.company().value(), member.user().value())
                    .update();
        }
    }

    private void sweep() {
        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'publish-sweep'")
                .update();
    }

    @Test
    void whatPipedriveRefusesForItsSizeNeedsAttentionUntilTheNextSave() throws Exception {
        String title = fresh("Too large");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().fileSizeLimit(100);
        save(ADA, document, "text");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(document).attention()).isEqualTo("TOO_LARGE"));
        assertThat(listed(title + ".docx"))
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(State.NEEDS_ATTENTION));
        pipedrive().faults().fileSizeLimit(50 << 20);
        save(BEN, document, "more");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text", "more");
    }

    @Test
    void aFileThatPipedriveHandsOnToGoogleDoesNotCarryTheDocument() throws Exception {
        String title = fresh("Drive");
        DocumentId document = inPipedrive(title);
        long before = only(title + ".docx").id();
        pipedrive().faults().set(Switch.UPLOADS_GO_TO_DRIVE, true);
        save(ADA, document, "text");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(document).attention()).isEqualTo("HELD_BY_GOOGLE"));
        await().atMost(PATIENCE).until(() -> named(title + ".docx").size() == 1);
        assertThat(only(title + ".docx").id()).isEqualTo(before);
    }
}
