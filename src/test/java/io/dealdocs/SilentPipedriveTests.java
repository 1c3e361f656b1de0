package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.documents.DealFile.State;
import io.dealdocs.documents.DealListing;
import io.dealdocs.documents.DealListing.Remembered;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While Pipedrive is silent its last word holds for 12 hours: what we keep is listed and opens, and nothing is lost. */
class SilentPipedriveTests extends DealRoom {

    private static final MemberId CLEO = MemberId.of(PipedriveSandbox.ACME, 1003);
    private static final String DEAL_QUESTION = "GET /deals/{id}";
    private static final int ALWAYS = 1_000_000;

    private String title = "";

    @BeforeEach
    void pipedriveAnswersAtFirst() {
        title = fresh("Silent");
        documents.list(ADA, DEAL);
        documents.list(BEN, DEAL);
    }

    private static void silence() {
        pipedrive().faults().failNext("*", 503, ALWAYS);
    }

    private static void everythingAgain() {
        pipedrive().faults().clear();
        pipedrive().faults().burst(100_000);
    }

    private static void refused(Reason reason, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private DealFile line(MemberId member, String name) {
        List<DealFile> lines = documents.list(member, DEAL).files().stream()
                .filter(file -> file.name().equals(name))
                .toList();
        assertThat(lines).as("lines of " + name).hasSize(1);
        return lines.getFirst();
    }

    @Test
    void theListIsFromWhatIsKnown() throws Exception {
        DocumentId document = inPipedrive(title);
        String plain = fresh("Plain") + ".pdf";
        pipedrive().addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, plain, new byte[] {1, 2, 3});
        Instant before = Instant.now();
        documents.list(ADA, DEAL);
        silence();

        DealListing listing = documents.list(ADA, DEAL);

        Remembered remembered = listing.remembered().orElseThrow();
        assertThat(remembered.why().reason()).isEqualTo(Reason.PIPEDRIVE_SILENT);
        assertThat(remembered.filesAsOf().orElseThrow()).isBetween(before.minusMillis(1), Instant.now());
        assertThat(listing.dealTitle()).isNotEmpty();
        DealFile ours = line(ADA, title + ".docx");
        assertThat(ours.ref()).isEqualTo(Ref.of(document));
        assertThat(ours.state()).isEqualTo(State.IN_PIPEDRIVE);
        assertThat(line(ADA, plain).size()).isEqualTo(3);
        everythingAgain();
        assertThat(documents.list(ADA, DEAL).remembered()).isEmpty();
    }

    @Test
    void whatCameSinceTheListWasSeenShowsAndWhatItSupersededDoesNot() throws Exception {
        DocumentId older = inPipedrive(title);
        documents.list(BEN, DEAL);
        save(ADA, older, "a newer version");
        awaitPublished(older);
        String other = fresh("Newer");
        DocumentId newer = inPipedrive(other);
        silence();

        assertThat(line(BEN, title + ".docx").ref()).isEqualTo(Ref.of(older));
        assertThat(line(BEN, other + ".docx").ref()).isEqualTo(Ref.of(newer));
    }

    @Test
    void whatWasGoneFromTheListDoesNotComeBack() {
        DocumentId document = inPipedrive(title);
        jdbc.sql("update publication set published_at = published_at - interval '1 hour' where document_id = ?")
                .param(document.value())
                .update();
        pipedrive().deleteFile(PipedriveSandbox.ACME, only(title + ".docx").id());
        documents.list(ADA, DEAL);
        silence();

        assertThat(documents.list(ADA, DEAL).files())
                .noneMatch(file -> file.name().equals(title + ".docx"));
    }

    @Test
    void aDocumentIsCreatedAndWaitsAndReachesPipedriveAfterwards() {
        silence();

        DocumentId document = documents.create(ADA, DEAL, DocumentKind.DOCUMENT, title);

        assertThat(line(ADA, title + ".docx").state()).isEqualTo(State.WAITING);
        everythingAgain();
        awaitPublished(document);
        only(title + ".docx");
    }

    @Test
    void whatWeKeepOpensIsWrittenAndIsReadAndWhatOnlyPipedriveHasDoesNot() throws Exception {
        DocumentId document = inPipedrive(title);
        String plain = fresh("Plain") + ".docx";
        long file = pipedrive()
                .addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, plain, new byte[] {1, 2, 3})
                .id();
        documents.list(BEN, DEAL);
        silence();

        assertThat(sessions.prepare(BEN, DEAL, Ref.of(document)).getPath()).endsWith(document.toString());
        save(BEN, document, "written in silence");
        long size =
                documents.read(BEN, DEAL, Ref.of(document), (bytes, announced) -> (long) bytes.readAllBytes().length);
        assertThat(size).isEqualTo(line(BEN, title + ".docx").size());
        refused(Reason.PIPEDRIVE_SILENT, () -> sessions.prepare(BEN, DEAL, new Ref("f" + file)));
        everythingAgain();
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("written in silence");
    }

    @Test
    void nothingIsDeletedOnAnOldWord() {
        DocumentId document = inPipedrive(title);
        silence();

        refused(Reason.PIPEDRIVE_SILENT, () -> documents.delete(ADA, DEAL, Ref.of(document), false));

        everythingAgain();
        assertThat(line(ADA, title + ".docx").state()).isEqualTo(State.IN_PIPEDRIVE);
    }

    @Test
    void whoeverWasNotLetInWithin12HoursStaysOutside() {
        DocumentId document = inPipedrive(title);
        silence();

        confirmed(ADA, Duration.ofHours(12).minusMinutes(1));
        assertThat(documents.list(ADA, DEAL).remembered()).isPresent();
        confirmed(ADA, Duration.ofHours(12).plusSeconds(1));
        refused(Reason.PIPEDRIVE_SILENT, () -> documents.list(ADA, DEAL));
        refused(Reason.PIPEDRIVE_SILENT, () -> sessions.launch(ADA, document, false));
        refused(Reason.PIPEDRIVE_SILENT, () -> documents.create(ADA, DEAL, DocumentKind.DOCUMENT, title));
        refused(
                Reason.PIPEDRIVE_SILENT,
                () -> documents.read(ADA, DEAL, Ref.of(document), (bytes, size) -> bytes.readAllBytes().length));
    }

    private void confirmed(MemberId member, Duration ago) {
        jdbc.sql("update confirmed_right set confirmed_at = now() - make_interval(secs => ?)"
                        + " where company_id = ? and user_id = ? and deal_id = ?")
                .params(ago.toSeconds(), member.company().value(), member.user().value(), DEAL.value())
                .update();
    }

    private long rights(MemberId member) {
        return jdbc.sql("select count(*) from confirmed_right where company_id = ? and user_id = ? and deal_id = ?")
                .params(member.company().value(), member.user().value(), DEAL.value())
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void anAnswerThatShutsTheDealEndsTheRightAtOnce(int status) {
        pipedrive().faults().failNext(DEAL_QUESTION, status, 1);
        refused(status == 403 ? Reason.FORBIDDEN : Reason.DEAL_GONE, () -> documents.list(ADA, DEAL));
        silence();

        refused(Reason.PIPEDRIVE_SILENT, () -> documents.list(ADA, DEAL));
    }

    @Test
    void anAnswerThatShutsTheDealsFilesEndsTheRightAsWell() {
        pipedrive().faults().failNext("GET /deals/{id}/files", 403, 1);
        refused(Reason.FORBIDDEN, () -> documents.list(ADA, DEAL));
        silence();

        refused(Reason.PIPEDRIVE_SILENT, () -> documents.list(ADA, DEAL));
    }

    @Test
    void aRefusedTokenEndsTheRightEvenWhileItCannotBeRefreshed() {
        pipedrive().faults().failNext(DEAL_QUESTION, 401, 1);
        pipedrive().faults().failNext("POST /oauth/token", 503, ALWAYS);

        refused(Reason.PIPEDRIVE_SILENT, () -> documents.list(ADA, DEAL));
        silence();
        refused(Reason.PIPEDRIVE_SILENT, () -> documents.list(ADA, DEAL));
    }

    @Test
    void aDeadConsentEndsEveryRightAndANewOneBringsNoneBack() {
        pipedrive().faults().failNext(DEAL_QUESTION, 401, 2);
        refused(Reason.RECONNECT, () -> documents.list(BEN, DEAL));
        assertThat(rights(BEN)).isZero();
        pipedrive().faults().clear();
        connect(BEN);
        silence();

        refused(Reason.PIPEDRIVE_SILENT, () -> documents.list(BEN, DEAL));
        assertThat(documents.list(ADA, DEAL).remembered()).isPresent();
    }

    @Test
    void anUninstallTakesTheMembersRightsAlong() {
        connect(CLEO);
        documents.list(CLEO, DEAL);
        assertThat(rights(CLEO)).isEqualTo(1);

        pipedrive().uninstall(PipedriveSandbox.ACME, 1003);

        await().atMost(PATIENCE).until(() -> rights(CLEO) == 0);
        assertThat(rights(ADA)).isEqualTo(1);
    }

    @Test
    void aBudgetThatIsUsedUpIsToldWithTheTimeOfItsReturn() {
        inPipedrive(title);
        pipedrive().faults().dailyBudget(0);

        Remembered remembered = documents.list(ADA, DEAL).remembered().orElseThrow();

        assertThat(remembered.why().reason()).isEqualTo(Reason.QUOTA_USED_UP);
        assertThat(remembered.why().arguments()).hasOnlyElementsOfType(Instant.class);
        assertThat(line(ADA, title + ".docx").state()).isEqualTo(State.IN_PIPEDRIVE);
        everythingAgain();
        assertThat(documents.list(ADA, DEAL).remembered()).isEmpty();
    }

    @Test
    void aPipedriveThatHangsIsNotWaitedForLong() {
        pipedrive().faults().hangNext(DEAL_QUESTION, 1);
        long start = System.nanoTime();

        Optional<Remembered> remembered = documents.list(ADA, DEAL).remembered();

        assertThat(remembered).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void whatIsTooOldIsSwept() {
        confirmed(ADA, Duration.ofHours(13));

        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'confirmed-rights-sweep'")
                .update();

        await().atMost(PATIENCE).until(() -> rights(ADA) == 0);
        assertThat(rights(BEN)).isEqualTo(1);
    }

    @Test
    void aRightThatWasConfirmedAMomentAgoIsNotWrittenAgain() {
        String before = rowVersion();
        documents.list(ADA, DEAL);
        documents.list(ADA, DEAL);

        assertThat(rowVersion()).isEqualTo(before);
    }

    private String rowVersion() {
        return jdbc.sql("select xmin || '/' || xmax from confirmed_right"
                        + " where company_id = ? and user_id = ? and deal_id = ?")
                .params(ADA.company().value(), ADA.user().value(), DEAL.value())
                .query(String.class)
                .single();
    }
}
