package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DocumentDesk;
import io.dealdocs.documents.DocumentDetails;
import io.dealdocs.documents.Origin;
import io.dealdocs.documents.VersionLine;
import io.dealdocs.sandbox.docs.OpenRefusedException;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A document is looked at closely and gets another name. */
class RenamingTests extends DealRoom {

    private static final DealId SEEDED = new DealId(1);
    private static final DealId ADAS_OWN = new DealId(2);

    @Autowired
    private DocumentDesk desk;

    private static void refused(Reason reason, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void aDocumentKeepsItsNewNameThroughTheNextSave() throws OpenRefusedException {
        String before = fresh("Draft");
        String after = fresh("Final");
        DocumentId id = inPipedrive(before);

        assertThat(desk.rename(BEN, DEAL, DealFile.Ref.of(id), after)).isEqualTo(after + ".docx");

        assertThat(named(before + ".docx")).isEmpty();
        long renamed = only(after + ".docx").id();
        save(ADA, id, "a word more");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(only(after + ".docx").id()).isNotEqualTo(renamed));
        assertThat(listed(after + ".docx")).hasSize(1);
        assertThat(listed(before + ".docx")).isEmpty();
    }

    @Test
    void aFileNobodyHasOpenedIsRenamedInPipedrive() {
        DealFile contract = documents.list(ADA, SEEDED).files().stream()
                .filter(file -> file.name().endsWith(".pdf") && file.deletable())
                .findFirst()
                .orElseThrow();
        String name = fresh("Contract");

        desk.rename(ADA, SEEDED, contract.ref(), name + ".PDF");

        assertThat(named(SEEDED, name + ".PDF")).hasSize(1);
        desk.rename(ADA, SEEDED, contract.ref(), contract.name());
        assertThat(named(SEEDED, contract.name())).isNotEmpty();
    }

    @Test
    void aBadNameChangesNothing() {
        String title = fresh("Plan");
        DocumentId id = inPipedrive(title);

        refused(Reason.NAME_EMPTY, () -> desk.rename(ADA, DEAL, DealFile.Ref.of(id), "  "));
        refused(Reason.NAME_FORBIDDEN, () -> desk.rename(ADA, DEAL, DealFile.Ref.of(id), "a/b"));
        refused(Reason.NAME_TOO_LONG, () -> desk.rename(ADA, DEAL, DealFile.Ref.of(id), "x".repeat(300)));

        assertThat(only(title + ".docx")).isNotNull();
    }

    @Test
    void nobodyRenamesOrLooksAtWhatTheyMayNotSee() {
        DocumentId id = inPipedrive(fresh("Secret"));

        refused(Reason.DEAL_GONE, () -> desk.rename(BEN, ADAS_OWN, DealFile.Ref.of(id), "mine"));
        refused(Reason.DEAL_GONE, () -> desk.look(BEN, ADAS_OWN, DealFile.Ref.of(id)));
        refused(Reason.FILE_GONE, () -> desk.rename(GUS, new DealId(1), DealFile.Ref.of(id), "mine"));
        refused(Reason.FILE_GONE, () -> desk.look(GUS, new DealId(1), DealFile.Ref.of(id)));
    }

    @Test
    void aLookTellsTheVersionsAndWhenPipedriveGotTheNewest() throws OpenRefusedException {
        String title = fresh("Looked at");
        DocumentId id = inPipedrive(title);
        save(ADA, id, "first words");
        awaitPublished(id);

        DocumentDetails details = desk.look(BEN, DEAL, DealFile.Ref.of(id));

        assertThat(details.versions()).extracting(VersionLine::origin).containsExactly(Origin.SAVED, Origin.IMPORTED);
        assertThat(details.versions().getFirst().published()).isTrue();
        assertThat(details.storedAt()).isPresent();
        assertThat(details.publishedAt()).isAfterOrEqualTo(details.storedAt().orElseThrow());
        assertThat(details.line().state()).isEqualTo(DealFile.State.IN_PIPEDRIVE);
    }
}
