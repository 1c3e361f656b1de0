package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile.State;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.RecordedRequest;
import io.dealdocs.sandbox.pipedrive.Switch;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A saved version reaches Pipedrive exactly once, whatever goes wrong there. */
class PublishingTroubleTests extends PublishingRoom {

    @Test
    void whatNobodyMayDoNeedsAttention() {
        DocumentId document = inPipedrive(fresh("Forbidden"));
        pipedrive().faults().failNext(POST, 403, 20);
        change(document, ADA, "text", Urgency.NOW);
        awaitAttention(document, "FORBIDDEN");
    }

    @Test
    void aDealThatIsGoneNeedsAttention() {
        DealId other = new DealId(7);
        DocumentId document = documents.create(ADA, other, DocumentKind.DOCUMENT, fresh("Gone"));
        awaitPublished(document);
        pipedrive().faults().hideDeal(PipedriveSandbox.ACME, other.value());
        change(document, ADA, "text", Urgency.NOW);
        awaitAttention(document, "DEAL_GONE");
    }

    @Test
    void whereOnlyTheAuthorSeesTheDealTheirConsentIsAskedFor() {
        DealId adasOwn = new DealId(2);
        DocumentId document = documents.create(ADA, adasOwn, DocumentKind.DOCUMENT, fresh("Adas alone"));
        awaitPublished(document);
        dead(ADA);
        change(document, ADA, "text", Urgency.NOW);
        awaitAttention(document, "RECONNECT");
        connect(ADA);
        sweep();
        awaitPublished(document);
    }

    @Test
    void aBurstOfTooManyRequestsOnlyDelays() {
        String title = fresh("Burst");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(POST, 429, 2);
        change(document, ADA, "text", Urgency.NOW);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
        assertThat(outcomes(document)).containsExactly("RECORDED", "REFUSED", "REFUSED", "RECORDED");
    }

    @Test
    void anOutageOnlyDelays() {
        String title = fresh("Outage");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext("GET /files/{id}", 503, 4);
        change(document, ADA, "text", Urgency.NOW);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
        assertThat(outcomes(document)).containsExactly("RECORDED", "RECORDED");
    }

    @Test
    void whatPipedriveAsksToWaitIsWaited() {
        String title = fresh("Retry after");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().slowDownNext("GET /files/{id}", Duration.ofSeconds(3), 1);
        pipedrive().forgetRequests();

        change(document, ADA, "text", Urgency.NOW);
        awaitPublished(document);

        List<RecordedRequest> looks = asked("GET");
        assertThat(looks.getFirst().status()).isEqualTo(429);
        assertThat(Duration.between(looks.get(0).time(), looks.get(1).time()))
                .isBetween(Duration.ofMillis(2900), Duration.ofSeconds(10));
    }

    @Test
    void aUsedUpDailyBudgetStopsTheCompanysQueueUntilItIsThereAgain() {
        String title = fresh("Budget");
        List<DocumentId> more = Stream.of("a", "b", "c")
                .map(each -> inPipedrive(fresh("Budget " + each)))
                .toList();
        DocumentId first = inPipedrive(title);
        pipedrive().faults().dailyBudget(0);
        change(first, ADA, "text", Urgency.NOW);
        await().atMost(PATIENCE).until(() -> pauseEnds() != null);
        assertThat(pauseEnds()).isBetween(midnight().minusSeconds(1), midnight().plusSeconds(1));
        awaitIdle(first);
        assertThat(state(first).attention()).isEmpty();

        pipedrive().forgetRequests();
        more.forEach(document -> change(document, ADA, "text", Urgency.NOW));
        more.forEach(this::awaitIdle);
        sweep();
        more.forEach(document -> assertThat(planned(document)).isFalse());
        assertThat(asked("GET")).isEmpty();

        pipedrive().faults().dailyBudget(1 << 30);
        assertThat(listedState(title + ".docx")).isEqualTo(State.WAITING);
        assertThat(pauseEnds()).isNull();
        sweep();
        awaitPublished(first);
        more.forEach(this::awaitPublished);
        assertThat(text(only(title + ".docx"))).contains("text");
    }

    @Test
    void aPersonWhoWantsItNowEndsThePauseWherePipedriveAnswers() {
        DocumentId document = inPipedrive(fresh("Bought more"));
        change(document, ADA, "text", Urgency.WHEN_QUIET);
        jdbc.sql("insert into publishing_pause values (?, now() + interval '5 hours')")
                .param(PipedriveSandbox.ACME)
                .update();
        awaitIdle(document);
        assertThat(outcomes(document)).hasSize(1);

        desk.publishNow(BEN, DEAL, document);

        awaitPublished(document);
    }

    @Test
    void aBudgetThatIsNotThereWhenItIsExpectedIsAskedForEveryHour() {
        DocumentId document = inPipedrive(fresh("Another zone"));
        jdbc.sql("insert into publishing_pause values (?, now() - interval '1 minute')")
                .param(PipedriveSandbox.ACME)
                .update();
        pipedrive().faults().dailyBudget(0);

        change(document, ADA, "text", Urgency.NOW);

        await().atMost(PATIENCE).until(() -> pauseEnds() != null && pauseEnds().isAfter(Instant.now()));
        assertThat(pauseEnds()).isBefore(Instant.now().plus(Duration.ofMinutes(61)));
    }

    private @Nullable Instant pauseEnds() {
        return jdbc.sql("select ends_at from publishing_pause where company_id = ?")
                .param(PipedriveSandbox.ACME)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    private static Instant midnight() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    }

    @Test
    void aDeleteThatFailsIsTriedAgain() {
        String title = fresh("Undeleted");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(DELETE, 500, 3);
        change(document, ADA, "text", Urgency.NOW);
        await().atMost(PATIENCE).until(() -> named(title + ".docx").size() == 2);
        assertThat(listed(title + ".docx")).hasSize(1);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
        assertThat(outcomes(document)).containsExactly("RECORDED", "RECORDED");
    }

    @Test
    void aDeleteThatIsRefusedLeavesTheFileFolded() {
        String title = fresh("Refused");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(DELETE, 403, 20);
        change(document, ADA, "text", Urgency.NOW);
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
    void aFileThatPipedriveHandsOnToGoogleCarriesNothingAndStaysThere() {
        String title = fresh("Drive");
        DocumentId document = inPipedrive(title);
        long before = only(title + ".docx").id();
        pipedrive().faults().set(Switch.UPLOADS_GO_TO_DRIVE, true);
        pipedrive().forgetRequests();
        change(document, ADA, "one", Urgency.NOW);
        awaitAttention(document, "HELD_BY_GOOGLE");
        awaitIdle(document);

        // Our own file before, and the one at Google, which we never delete.
        assertThat(named(title + ".docx")).hasSize(2).anyMatch(file -> file.id() == before);
        assertThat(asked("DELETE")).isEmpty();
        assertThat(listedState(title + ".docx")).isEqualTo(State.NEEDS_ATTENTION);

        // Nor does every further version leave another one there.
        change(document, ADA, "two", Urgency.NOW);
        awaitIdle(document);
        awaitAttention(document, "HELD_BY_GOOGLE");
        assertThat(named(title + ".docx")).hasSize(2);

        pipedrive().faults().set(Switch.UPLOADS_GO_TO_DRIVE, false);
        desk.tryAgain(ADA, DEAL, document);
        awaitPublished(document);
        assertThat(named(title + ".docx"))
                .hasSize(2)
                .noneMatch(file -> file.id() == before)
                .anySatisfy(file -> assertThat(text(file)).contains("two"));
        assertThat(listed(title + ".docx")).hasSize(1);
    }
}
