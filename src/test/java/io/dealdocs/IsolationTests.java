package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.sandbox.pipedrive.FileLinks;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reaches what Pipedrive does not show them, and no company reaches another's. */
class IsolationTests extends DealRoom {

    private static final DealId ADAS_OWN = new DealId(2);

    private DocumentId secret;
    private String name;

    @BeforeEach
    void aDocumentInAdasPrivateDeal() {
        connect(GINA);
        String title = fresh("Secret");
        name = title + ".docx";
        secret = documents.create(ADA, ADAS_OWN, DocumentKind.DOCUMENT, title);
        awaitPublished(secret);
    }

    @Test
    void benReachesNothingOfAdasPrivateDeal() {
        refused(Reason.DEAL_GONE, () -> documents.list(BEN, ADAS_OWN));
        refused(Reason.DEAL_GONE, () -> documents.create(BEN, ADAS_OWN, DocumentKind.DOCUMENT, "Intruder"));
        refused(Reason.DEAL_GONE, () -> upload(BEN, ADAS_OWN));
        refused(Reason.DEAL_GONE, () -> sessions.launch(BEN, secret, false));
        for (Ref ref : List.of(Ref.of(secret), new Ref("f" + file().id()))) {
            refused(Reason.DEAL_GONE, () -> sessions.prepare(BEN, ADAS_OWN, ref));
            refused(Reason.DEAL_GONE, () -> read(BEN, ADAS_OWN, ref));
            refused(Reason.DEAL_GONE, () -> documents.delete(BEN, ADAS_OWN, ref, false));
        }
        untouched();
    }

    @Test
    void aReferenceDoesNotReachIntoAnotherDeal() {
        for (MemberId member : List.of(ADA, BEN)) {
            for (Ref ref : List.of(Ref.of(secret), new Ref("f" + file().id()))) {
                refused(Reason.FILE_GONE, () -> sessions.prepare(member, DEAL, ref));
                refused(Reason.FILE_GONE, () -> read(member, DEAL, ref));
                refused(Reason.FILE_GONE, () -> documents.delete(member, DEAL, ref, false));
            }
        }
        untouched();
    }

    @Test
    void aDocumentThatWaitsIsNotReachedFromAnotherDealEither() {
        pipedrive().faults().delayNext("POST /files", Duration.ofSeconds(1), 1);
        DocumentId waiting = documents.create(ADA, ADAS_OWN, DocumentKind.DOCUMENT, fresh("Waits"));
        refused(Reason.FILE_GONE, () -> sessions.prepare(BEN, DEAL, Ref.of(waiting)));
        refused(Reason.FILE_GONE, () -> read(BEN, DEAL, Ref.of(waiting)));
        refused(Reason.FILE_GONE, () -> documents.delete(BEN, DEAL, Ref.of(waiting), false));
        refused(Reason.DEAL_GONE, () -> sessions.launch(BEN, waiting, false));
        awaitPublished(waiting);
    }

    @Test
    void anotherCompanyReachesNothingWhateverItsNumbers() {
        // Gus has Ada's user number, Gina's company and user add up to Ada's sum; deals 1 and 2 exist at both.
        for (MemberId stranger : List.of(GUS, GINA)) {
            refused(Reason.DOCUMENT_UNKNOWN, () -> sessions.launch(stranger, secret, false));
            refused(Reason.DOCUMENT_UNKNOWN, () -> sessions.prepare(stranger, secret));
            refused(Reason.FILE_GONE, () -> sessions.prepare(stranger, ADAS_OWN, Ref.of(secret)));
            refused(Reason.FILE_GONE, () -> read(stranger, ADAS_OWN, Ref.of(secret)));
            refused(Reason.FILE_GONE, () -> documents.delete(stranger, ADAS_OWN, Ref.of(secret), false));
            assertThat(documents.list(stranger, ADAS_OWN).files())
                    .noneMatch(line -> line.name().equals(name));
        }
        untouched();
    }

    @Test
    void aDealThatOnlyTheOtherCompanyHasIsGone() {
        refused(Reason.DEAL_GONE, () -> documents.list(GUS, DEAL));
        refused(Reason.DEAL_GONE, () -> documents.list(ADA, new DealId(4711)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "d", "f", "f0", "f-1", "d1", "f9999999999999999999", "f1' or '1'='1", "d../../etc", "e5"
            })
    void aForgedReferenceIsAFileThatIsGone(String forged) {
        Ref ref = new Ref(forged);
        refused(Reason.FILE_GONE, () -> sessions.prepare(ADA, DEAL, ref));
        refused(Reason.FILE_GONE, () -> read(ADA, DEAL, ref));
        refused(Reason.FILE_GONE, () -> documents.delete(ADA, DEAL, ref, false));
    }

    @Test
    void aFileMovedIntoAPrivateDealTakesItsDocumentAlong() throws Exception {
        String title = fresh("Moved");
        DocumentId document = inPipedrive(title);
        SandboxFile file = only(title + ".docx");
        pipedrive().hangOn(PipedriveSandbox.ACME, file.id(), FileLinks.plain(ADAS_OWN.value()));
        refused(Reason.FILE_GONE, () -> sessions.prepare(BEN, DEAL, Ref.of(document)));
        assertThat(sessions.prepare(ADA, ADAS_OWN, Ref.of(document)).getPath()).endsWith(document.toString());
        refused(Reason.DEAL_GONE, () -> sessions.launch(BEN, document, false));
    }

    @Test
    void aLinkFollowsAFileToItsNewDealForThoseWhoSeeThat() throws Exception {
        String title = fresh("Linked");
        DocumentId document = inPipedrive(title);
        pipedrive().hangOn(PipedriveSandbox.ACME, only(title + ".docx").id(), FileLinks.plain(ADAS_OWN.value()));

        refused(Reason.FILE_GONE, () -> read(BEN, DEAL, Ref.of(document)));
        refused(Reason.FILE_GONE, () -> sessions.launchByLink(BEN, document, false));
        assertThat(sessions.launchByLink(ADA, document, false).title()).isEqualTo(title + ".docx");
        refused(Reason.DEAL_GONE, () -> sessions.launchByLink(BEN, document, false));

        read(ADA, ADAS_OWN, Ref.of(document));
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private void upload(MemberId member, DealId deal) throws Exception {
        byte[] bytes = "text".getBytes(StandardCharsets.UTF_8);
        documents.upload(member, deal, "Intruder.txt", bytes.length, new ByteArrayInputStream(bytes));
    }

    private void read(MemberId member, DealId deal, Ref ref) throws Exception {
        documents.read(member, deal, ref, (bytes, size) -> bytes.readAllBytes());
    }

    private SandboxFile file() {
        List<SandboxFile> files = named(ADAS_OWN, name);
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    private void untouched() {
        assertThat(file().size()).isPositive();
        assertThat(documents.list(ADA, ADAS_OWN).files())
                .filteredOn(line -> line.name().equals(name))
                .hasSize(1);
        assertThat(documents.list(ADA, ADAS_OWN).files())
                .noneMatch(line -> line.name().startsWith("Intruder"));
    }
}
