package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.documents.DealFile.State;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.sandbox.pipedrive.FileLinks;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A document that Pipedrive refuses: try again, save to another deal, download. */
class WaysOutTests extends PublishingRoom {

    /** Everybody's as well, so that a test can take it away. */
    private static final DealId OTHER = new DealId(7);

    private static final DealId ADAS_OWN = new DealId(2);

    private static void gone(DealId deal, MemberId... from) {
        long[] users =
                Arrays.stream(from).mapToLong(member -> member.user().value()).toArray();
        pipedrive().faults().hideDeal(PipedriveSandbox.ACME, deal.value(), users);
    }

    private DocumentId inDeal(DealId deal, String title) {
        DocumentId document = documents.create(ADA, deal, DocumentKind.DOCUMENT, title);
        awaitPublished(document);
        return document;
    }

    private String read(MemberId member, DealId deal, DocumentId document) throws IOException {
        byte[] bytes = documents.read(member, deal, Ref.of(document), (content, size) -> content.readAllBytes());
        return text(bytes);
    }

    @Test
    void whatWasTooLargeGoesAfterAnotherTry() {
        String title = fresh("Too large");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().fileSizeLimit(100);
        change(document, ADA, "text", Urgency.NOW);
        awaitAttention(document, "TOO_LARGE");
        assertThat(listedState(title + ".docx")).isEqualTo(State.NEEDS_ATTENTION);

        pipedrive().faults().fileSizeLimit(50 << 20);
        desk.tryAgain(BEN, DEAL, document);

        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
    }

    @Test
    void anotherTryThatFailsNeedsAttentionAgain() {
        DocumentId document = inPipedrive(fresh("Forbidden"));
        pipedrive().faults().failNext(POST, 403, 1000);
        change(document, ADA, "text", Urgency.NOW);
        awaitAttention(document, "FORBIDDEN");
        awaitIdle(document);

        desk.tryAgain(ADA, DEAL, document);
        assertThat(state(document).attention()).isEmpty();

        awaitAttention(document, "FORBIDDEN");
    }

    @Test
    void aDocumentMovesToAnotherDealAndItsOldFileGoes() {
        String title = fresh("Moves");
        DocumentId document = inDeal(OTHER, title);
        pipedrive().faults().fileSizeLimit(100);
        change(document, ADA, "moved", Urgency.NOW);
        awaitAttention(document, "TOO_LARGE");

        desk.saveToAnotherDeal(BEN, document, OTHER, DEAL);

        awaitAttention(document, "TOO_LARGE");
        awaitIdle(document);
        assertThat(named(OTHER, title + ".docx")).hasSize(1);
        pipedrive().faults().fileSizeLimit(50 << 20);
        desk.tryAgain(BEN, DEAL, document);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("moved");
        assertThat(named(OTHER, title + ".docx")).isEmpty();
        assertThat(listedState(title + ".docx")).isEqualTo(State.IN_PIPEDRIVE);
        assertThat(documents.list(ADA, OTHER).files())
                .noneMatch(line -> line.name().equals(title + ".docx"));
        assertThat(audited(document, AuditEntry.Action.MOVED)).containsExactly("Ben Vogt: deal 7 to deal 5");
    }

    @Test
    void anOldFileThatHangsOnMoreThanItsDealStaysThere() {
        String title = fresh("Hangs there");
        DocumentId document = inDeal(OTHER, title);
        SandboxFile old = named(OTHER, title + ".docx").getFirst();
        pipedrive()
                .hangOn(
                        PipedriveSandbox.ACME,
                        old.id(),
                        FileLinks.plain(OTHER.value()).withMailMessage(7));

        desk.saveToAnotherDeal(ADA, document, OTHER, DEAL);
        awaitPublished(document);

        assertThat(named(title + ".docx")).hasSize(1);
        assertThat(named(OTHER, title + ".docx")).hasSize(1);
    }

    @Test
    void aDocumentOfADealThatIsGoneMovesWithItsText() {
        String title = fresh("Rescued");
        DocumentId document = inDeal(OTHER, title);
        gone(OTHER);
        change(document, ADA, "rescued", Urgency.NOW);
        awaitAttention(document, "DEAL_GONE");

        refused(Reason.DEAL_GONE, () -> desk.tryAgain(ADA, OTHER, document));
        refused(Reason.DEAL_GONE, () -> desk.saveToAnotherDeal(BEN, document, OTHER, DEAL));
        desk.saveToAnotherDeal(ADA, document, OTHER, DEAL);

        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("rescued");
    }

    @Test
    void anUploadWhoseAnswerWasLostDoesNotKeepADocumentInADealThatIsGone() {
        String title = fresh("Lost and gone");
        DocumentId document = inDeal(OTHER, title);
        pipedrive().faults().failNext(POST, 500, 1);
        pipedrive().faults().failNext("GET /deals/{id}/files", 503, 3);
        change(document, ADA, "rescued", Urgency.NOW);
        await().atMost(PATIENCE).until(() -> unresolved(document));
        gone(OTHER);
        awaitAttention(document, "DEAL_GONE");

        desk.saveToAnotherDeal(ADA, document, OTHER, DEAL);

        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("rescued");
    }

    @Test
    void aMoveOvertakesAnUploadThatIsUnderWay() {
        String title = fresh("Overtaken");
        DocumentId document = inDeal(OTHER, title);
        pipedrive().faults().delayNext(POST, Duration.ofSeconds(2), 1);
        change(document, ADA, "moved", Urgency.NOW);
        await().atMost(PATIENCE).until(() -> unresolved(document));

        desk.saveToAnotherDeal(ADA, document, OTHER, DEAL);

        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("moved");
        assertThat(named(OTHER, title + ".docx")).isEmpty();
    }

    @Test
    void aMoveToTheSameDealIsAnotherTry() {
        String title = fresh("Same");
        DocumentId document = inPipedrive(title);
        long file = only(title + ".docx").id();

        desk.saveToAnotherDeal(ADA, document, DEAL, DEAL);

        awaitPublished(document);
        assertThat(only(title + ".docx").id()).isEqualTo(file);
        assertThat(audited(document, AuditEntry.Action.MOVED)).isEmpty();
    }

    @Test
    void nobodyReachesADocumentThroughADealThatIsNotTheirs() {
        connect(GINA);
        DocumentId secret = inDeal(ADAS_OWN, fresh("Secret"));
        change(secret, ADA, "secret", Urgency.WHEN_QUIET);

        refused(Reason.DEAL_GONE, () -> desk.publishNow(BEN, ADAS_OWN, secret));
        refused(Reason.FILE_GONE, () -> desk.publishNow(BEN, DEAL, secret));
        refused(Reason.DEAL_GONE, () -> desk.saveToAnotherDeal(BEN, secret, ADAS_OWN, DEAL));
        refused(Reason.FILE_GONE, () -> desk.saveToAnotherDeal(BEN, secret, DEAL, OTHER));
        refused(Reason.FILE_GONE, () -> desk.publishNow(GUS, new DealId(1), secret));
        refused(Reason.FILE_GONE, () -> desk.saveToAnotherDeal(GUS, secret, ADAS_OWN, new DealId(1)));
        assertThat(audited(secret, AuditEntry.Action.MOVED)).isEmpty();
    }

    @Test
    void nobodyMovesADocumentIntoADealTheyDoNotSee() {
        DocumentId document = inPipedrive(fresh("Stays"));

        refused(Reason.DEAL_GONE, () -> desk.saveToAnotherDeal(BEN, document, DEAL, ADAS_OWN));

        assertThat(audited(document, AuditEntry.Action.MOVED)).isEmpty();
    }

    @Test
    void aDeadTokenIsToldBeforeAnythingHappens() {
        DocumentId document = inPipedrive(fresh("Dead"));
        change(document, ADA, "text", Urgency.WHEN_QUIET);
        dead(BEN);

        refused(Reason.RECONNECT, () -> desk.publishNow(BEN, DEAL, document));
        refused(Reason.RECONNECT, () -> desk.saveToAnotherDeal(BEN, document, DEAL, OTHER));
        awaitPublished(document);
    }

    @Test
    void whoWroteItDownloadsItThoughTheDealIsGoneButNotWhatOthersWroteSince() throws Exception {
        DocumentId document = inDeal(OTHER, fresh("Own text"));
        change(document, BEN, "by Ben", Urgency.NOW);
        awaitPublished(document);
        change(document, ADA, "by Ada", Urgency.NOW);
        awaitPublished(document);
        gone(OTHER);

        assertThat(read(ADA, OTHER, document)).contains("by Ada");
        assertThat(read(BEN, OTHER, document)).contains("by Ben");
        connect(CLEO);
        refused(Reason.DEAL_GONE, () -> read(CLEO, OTHER, document));
        refused(Reason.DEAL_GONE, () -> read(GUS, OTHER, document));
        refused(Reason.FILE_GONE, () -> read(ADA, DEAL, document));
        dead(ADA);
        refused(Reason.RECONNECT, () -> read(ADA, OTHER, document));
    }
}
