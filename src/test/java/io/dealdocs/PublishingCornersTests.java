package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DocumentId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Publishing where a node stands still, and where the author can no longer be the courier. */
class PublishingCornersTests extends PublishingRoom {

    /** The lease of the run that is under way is over, and another node takes the task. */
    private void takeOver(DocumentId document) {
        assertThat(jdbc.sql("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                                + " execution_time = now(), version = version + 1"
                                + " where task_name = 'publish' and task_instance = ? and picked")
                        .param(document.toString())
                        .update())
                .isEqualTo(1);
    }

    @Test
    void whoWakesAfterAnotherHasDoneItsWorkLeavesExactlyOneFile() {
        String title = fresh("Overtaken");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().delayNext(POST, Duration.ofSeconds(9), 1);
        change(document, ADA, "once", Urgency.NOW);
        await().atMost(PATIENCE).until(() -> unresolved(document));
        takeOver(document);
        await().atMost(PATIENCE).until(() -> state(document).published() == 2);
        SandboxFile published = only(title + ".docx");

        await().atMost(PATIENCE).until(() -> outcomes(document).contains("DOUBLE"));

        awaitPublished(document);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(only(title + ".docx").id()).isEqualTo(published.id()));
        assertThat(outcomes(document)).containsExactly("RECORDED", "DOUBLE", "RECORDED");
        assertThat(text(only(title + ".docx"))).contains("once");
        assertThat(listed(title + ".docx")).hasSize(1);
    }

    @Test
    void whatTheAuthorCannotBringAnyMoreAnotherBringsAndItIsToldForWhom() throws Exception {
        String title = fresh("For Ada");
        DocumentId document = inPipedrive(title);

        save(ADA, document, "by Ada", () -> dead(ADA, CLEO));

        awaitPublished(document);
        assertThat(audited(document, AuditEntry.Action.PUBLISHED))
                .containsExactly("Ada Lind: version 1", "Ben Vogt: version 2 through Ben Vogt for Ada Lind");
        assertThat(only(title + ".docx").userId()).isEqualTo(BEN.user().value());
        connect(ADA);
        assertThat(listed(title + ".docx"))
                .singleElement()
                .extracting(DealFile::changedBy)
                .isEqualTo("Ada Lind");
    }
}
