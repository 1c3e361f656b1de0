package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealFile.State;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.pipedrive.FileLinks;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.sandbox.pipedrive.Switch;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a saved version goes to Pipedrive, and how it takes the place of the file before. */
class PublishingTests extends PublishingRoom {

    @Test
    void savesInQuickSuccessionEndInOneFileWithTheHead() throws Exception {
        String title = fresh("Quick");
        DocumentId document = inPipedrive(title);
        for (String text : List.of("one", "two", "three")) {
            save(ADA, document, text);
        }
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("one", "two", "three");
        assertThat(listed(title + ".docx"))
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(State.IN_PIPEDRIVE));
    }

    @Test
    void aPublishCostsNoMoreThanTwentyTokens() throws Exception {
        DocumentId document = inPipedrive(fresh("Costs"));
        save(ADA, document, "text");
        long before = pipedrive().spentToday(PipedriveSandbox.ACME);
        awaitPublished(document);
        assertThat(pipedrive().spentToday(PipedriveSandbox.ACME) - before).isBetween(1L, 20L);
    }

    @Test
    void aPublishWhoseNameIsMisreadIsRepairedForTenTokensMore() {
        String title = fresh("Sähkö – 見積");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().set(Switch.MANGLES_FILE_NAMES, true);
        long before = pipedrive().spentToday(PipedriveSandbox.ACME);

        change(document, ADA, "text", Urgency.NOW);
        awaitPublished(document);

        assertThat(pipedrive().spentToday(PipedriveSandbox.ACME) - before).isBetween(1L, 30L);
        assertThat(text(only(title + ".docx"))).contains("text");
    }

    @Test
    void nameAndDealThatWereChangedInPipedriveWin() throws Exception {
        String title = fresh("Before");
        DocumentId document = inPipedrive(title);
        SandboxFile file = only(title + ".docx");
        String renamed = fresh("After") + ".docx";
        save(ADA, document, "text", () -> {
            pipedrive().renameFile(PipedriveSandbox.ACME, file.id(), renamed);
            pipedrive().hangOn(PipedriveSandbox.ACME, file.id(), FileLinks.plain(3));
        });
        awaitPublished(document);
        assertThat(named(title + ".docx")).isEmpty();
        assertThat(named(renamed)).isEmpty();
        assertThat(named(new DealId(3), renamed)).singleElement().satisfies(moved -> {
            assertThat(text(moved)).contains("text");
            assertThat(moved.id()).isGreaterThan(file.id());
        });
        assertThat(documents.list(ADA, new DealId(3)).files())
                .filteredOn(line -> line.name().equals(renamed))
                .singleElement()
                .satisfies(line -> assertThat(line.ref()).isEqualTo(DealFile.Ref.of(document)));
    }

    @Test
    void aNameWithoutItsExtensionIsMended() {
        String title = fresh("Bare");
        DocumentId document = inPipedrive(title);
        pipedrive().renameFile(PipedriveSandbox.ACME, only(title + ".docx").id(), title);
        change(document, ADA, "text", Urgency.NOW);
        awaitPublished(document);
        assertThat(named(title)).isEmpty();
        assertThat(text(only(title + ".docx"))).contains("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "activity", "product", "lead", "project"})
    void aFileThatHangsOnMoreThanTheDealStaysAndIsFolded(String other) {
        String title = fresh("Hangs on " + other);
        DocumentId document = inPipedrive(title);
        SandboxFile before = only(title + ".docx");
        FileLinks deal = FileLinks.plain(DEAL.value());
        pipedrive()
                .hangOn(
                        PipedriveSandbox.ACME,
                        before.id(),
                        switch (other) {
                            case "mail" -> deal.withMailMessage(7);
                            case "activity" -> deal.withActivity(7);
                            case "lead" -> deal.withLead("adf21080-0e10-11eb-879b-05d71fb426ec");
                            case "project" -> deal.withProject(7);
                            default -> deal.withProduct(7);
                        });
        change(document, ADA, "text", Urgency.NOW);
        awaitPublished(document);
        assertThat(named(title + ".docx"))
                .hasSize(2)
                .first()
                .satisfies(kept -> assertThat(kept.id()).isEqualTo(before.id()));
        assertThat(listed(title + ".docx"))
                .singleElement()
                .satisfies(line -> assertThat(line.ref()).isEqualTo(DealFile.Ref.of(document)));
    }

    @Test
    void equalContentIsNotUploadedAgain() throws Exception {
        String title = fresh("Equal");
        DocumentId document = inPipedrive(title);
        long file = only(title + ".docx").id();
        jdbc.sql("insert into version (document_id, number, origin, content_id, size, sha256, author_name, created_at)"
                        + " select document_id, 2, 'SAVED', content_id, size, sha256, '', now() from version"
                        + " where document_id = ?")
                .param(document.value())
                .update();
        jdbc.sql("update document set head = 2, last_version = 2 where id = ?")
                .param(document.value())
                .update();
        pipedrive().forgetRequests();
        transaction.executeWithoutResult(
                status -> store.publish(store.lock(document).orElseThrow(), Urgency.NOW));
        awaitPublished(document);
        assertThat(only(title + ".docx").id()).isEqualTo(file);
        assertThat(asked("POST")).isEmpty();
    }

    @Test
    void aSaveThatArrivesWhileAPublishIsUnderWayIsPublishedAsWell() throws Exception {
        String title = fresh("Overtaken");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().delayNext(POST, Duration.ofSeconds(3), 1);
        save(ADA, document, "one");
        await().atMost(PATIENCE).until(() -> unresolved(document));
        save(BEN, document, "two");
        assertThat(unresolved(document)).isTrue();
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("one", "two");
    }

    @Test
    void aRunThatWasOvertakenMayNotRecordAndItsFileGoes() throws Exception {
        String title = fresh("Fenced");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().delayNext(POST, Duration.ofSeconds(2), 1);
        save(ADA, document, "text");
        await().atMost(PATIENCE).until(() -> unresolved(document));
        // Another node took the document over, because this one seemed dead.
        jdbc.sql("update document set publish_fence = publish_fence + 1 where id = ?")
                .param(document.value())
                .update();
        await().atMost(PATIENCE).until(() -> outcomes(document).contains("DOUBLE"));
        awaitPublished(document);
        assertThat(outcomes(document)).containsExactly("RECORDED", "DOUBLE", "RECORDED");
        assertThat(text(only(title + ".docx"))).contains("text");
    }

    @Test
    void aDocumentDeletedWhileItIsPublishedLeavesNoFile() throws Exception {
        String title = fresh("Deleted");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().delayNext(POST, Duration.ofSeconds(2), 1);
        save(ADA, document, "text");
        await().atMost(PATIENCE).until(() -> unresolved(document));
        documents.delete(ADA, DEAL, DealFile.Ref.of(document), false);
        await().atMost(PATIENCE).until(() -> !unresolved(document) && !planned(document));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(named(title + ".docx")).isEmpty());
        assertThat(listed(title + ".docx")).isEmpty();
        assertThat(outcomes(document)).containsExactly("RECORDED", "DOUBLE");
    }

    @Test
    void aNewSessionWithinTheQuietPeriodPostpones() throws Exception {
        String title = fresh("Back again");
        DocumentId document = inPipedrive(title);
        long before = only(title + ".docx").id();
        save(ADA, document, "one");
        try (HeadlessEditor editor = open(ADA, document)) {
            await().atMost(PATIENCE).until(() -> !planned(document));
            assertThat(only(title + ".docx").id()).isEqualTo(before);
            editor.addParagraph("two");
        }
        await().atMost(PATIENCE).until(() -> origins(document).size() == 3);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("one", "two");
        assertThat(outcomes(document)).hasSize(2);
    }

    @Test
    void peopleWhoLeaveWithoutAChangeLetWhatWaitedGo() throws Exception {
        String title = fresh("Only looked");
        DocumentId document = inPipedrive(title);
        save(ADA, document, "one");
        HeadlessEditor editor = open(BEN, document);
        await().atMost(PATIENCE).until(() -> !planned(document));
        editor.close();
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("one");
    }

    @Test
    void aFileDeletedInPipedriveComesBackWithWhatWaits() throws Exception {
        String title = fresh("Gone there");
        DocumentId document = inPipedrive(title);
        long file = only(title + ".docx").id();
        pipedrive().faults().delayNext(POST, Duration.ofSeconds(1), 1);
        save(ADA, document, "kept", () -> pipedrive().deleteFile(PipedriveSandbox.ACME, file));
        assertThat(listed(title + ".docx"))
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(State.WAITING));
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("kept");
    }

    @Test
    void aCreatedDocumentGoesToPipedriveAtOnceAndShowsUntilThen() {
        String title = fresh("New");
        pipedrive().faults().delayNext(POST, Duration.ofSeconds(1), 1);
        DocumentId document = documents.create(ADA, DEAL, DocumentKind.SPREADSHEET, title);
        assertThat(listed(title + ".xlsx")).singleElement().satisfies(line -> {
            assertThat(line.ref()).isEqualTo(DealFile.Ref.of(document));
            assertThat(line.state()).isEqualTo(State.WAITING);
        });
        awaitPublished(document);
        assertThat(listed(title + ".xlsx"))
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo(State.IN_PIPEDRIVE));
        assertThat(named(title + ".xlsx")).hasSize(1);
    }
}
