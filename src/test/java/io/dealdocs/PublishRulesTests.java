package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile.State;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.Companies;
import io.dealdocs.installation.CompanyRules;
import io.dealdocs.installation.CompanyRules.Publish;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.shared.DocumentId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a company and its people decide about when, and in whose name, versions go to Pipedrive. */
class PublishRulesTests extends PublishingRoom {

    @Autowired
    Companies companies;

    @AfterEach
    void defaults() {
        companies.change(ADA, CompanyRules.defaults());
    }

    private void rules(Publish publish, boolean throughOthers) {
        companies.change(ADA, new CompanyRules(publish, throughOthers, OptionalInt.empty(), OptionalInt.empty()));
    }

    @Test
    void onDemandNothingGoesUntilAPersonSaysSo() throws Exception {
        String title = fresh("On demand");
        DocumentId document = inPipedrive(title);
        rules(Publish.ON_DEMAND, true);
        save(ADA, document, "text");
        sweep();
        assertThat(planned(document)).isFalse();
        assertThat(listedState(title + ".docx")).isEqualTo(State.WAITING);

        desk.publishNow(ADA, DEAL, document);

        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("text");
    }

    @Test
    void onDemandANewDocumentGoesAtOnceAllTheSame() {
        rules(Publish.ON_DEMAND, true);
        String title = fresh("New on demand");

        awaitPublished(documents.create(ADA, DEAL, DocumentKind.DOCUMENT, title));

        assertThat(named(title + ".docx")).hasSize(1);
    }

    @Test
    void whatWaitsGoesWhenTheCompanyNoLongerPublishesOnDemandOnly() {
        DocumentId document = inPipedrive(fresh("Waited"));
        rules(Publish.ON_DEMAND, true);
        change(document, ADA, "text", Urgency.WHEN_QUIET);
        assertThat(planned(document)).isFalse();

        rules(Publish.WHEN_DONE, true);
        sweep();

        awaitPublished(document);
    }

    @Test
    void aDemandThatPipedriveCannotFulfilNowStaysADemand() {
        DocumentId document = inPipedrive(fresh("Demanded"));
        rules(Publish.ON_DEMAND, true);
        change(document, ADA, "one", Urgency.WHEN_QUIET);
        pipedrive().faults().failNext(POST, 429, 1);

        desk.publishNow(ADA, DEAL, document);
        await().atMost(PATIENCE).until(() -> outcomes(document).contains("REFUSED"));
        change(document, ADA, "two", Urgency.WHEN_QUIET);

        awaitPublished(document);
        change(document, ADA, "three", Urgency.WHEN_QUIET);
        assertThat(planned(document)).isFalse();
    }

    @Test
    void whatAPersonWantsNowGoesThoughOthersEditAndWhatTheyTypeAfterwardsWaits() throws Exception {
        String title = fresh("Meanwhile edited");
        DocumentId document = inPipedrive(title);
        save(ADA, document, "one");
        try (HeadlessEditor editor = open(BEN, document)) {
            awaitIdle(document);
            desk.publishNow(ADA, DEAL, document);
            awaitPublished(document);
            assertThat(text(only(title + ".docx"))).contains("one");

            editor.addParagraph("two");
            editor.save();
            await().atMost(PATIENCE).until(() -> origins(document).contains("FORCE_SAVED"));
            sweep();
            awaitIdle(document);
            assertThat(text(only(title + ".docx"))).doesNotContain("two");
        }
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("one", "two");
    }

    @Test
    void askingForWhatPipedriveHasAlreadyChangesNothing() throws Exception {
        String title = fresh("There already");
        DocumentId document = inPipedrive(title);
        long file = only(title + ".docx").id();

        desk.publishNow(BEN, DEAL, document);
        awaitPublished(document);

        assertThat(only(title + ".docx").id()).isEqualTo(file);
        // Nor does it make what is typed later go by itself.
        try (HeadlessEditor editor = open(BEN, document)) {
            editor.addParagraph("typed");
            editor.save();
            await().atMost(PATIENCE).until(() -> origins(document).contains("FORCE_SAVED"));
            sweep();
            awaitIdle(document);
            assertThat(only(title + ".docx").id()).isEqualTo(file);
        }
    }

    @Test
    void whoseTokenCarriedAVersionIsKnown() throws Exception {
        String title = fresh("Through Ben");
        DocumentId document = inPipedrive(title);
        assertThat(publications.carriers(List.of(document))).containsEntry(document, ADA.user());

        save(ADA, document, "text", () -> dead(ADA));
        awaitPublished(document);

        assertThat(publications.carriers(List.of(document))).doesNotContainEntry(document, ADA.user());
        assertThat(Objects.requireNonNull(
                                publications.carriers(List.of(document)).get(document))
                        .value())
                .isEqualTo(only(title + ".docx").userId());
        assertThat(audited(document, AuditEntry.Action.PUBLISHED)).hasSize(2);
        assertThat(audited(document, AuditEntry.Action.PUBLISHED).getFirst()).isEqualTo("Ada Lind: version 1");
    }

    @Test
    void withoutColleaguesOnlyItsAuthorsTokenCarriesAVersion() {
        String title = fresh("Bens alone");
        DocumentId document = inPipedrive(title);
        rules(Publish.WHEN_DONE, false);
        dead(BEN);
        pipedrive().forgetRequests();

        change(document, BEN, "by Ben", Urgency.NOW);

        awaitAttention(document, "RECONNECT");
        awaitIdle(document);
        assertThat(asked("POST")).isEmpty();
        sweep();
        awaitIdle(document);
        assertThat(state(document).attention()).isEqualTo("RECONNECT");
        connect(BEN);
        sweep();
        awaitPublished(document);
        assertThat(only(title + ".docx").userId()).isEqualTo(BEN.user().value());
    }

    @Test
    void aForceSavedVersionNeverGoesByItself() throws Exception {
        String title = fresh("Force saved");
        DocumentId document = inPipedrive(title);
        long file = only(title + ".docx").id();
        try (HeadlessEditor editor = open(ADA, document)) {
            editor.addParagraph("typed");
            editor.save();
            await().atMost(PATIENCE).until(() -> origins(document).contains("FORCE_SAVED"));
            sweep();
            await().during(Duration.ofSeconds(2))
                    .atMost(PATIENCE)
                    .until(() -> only(title + ".docx").id() == file);
        }
    }
}
