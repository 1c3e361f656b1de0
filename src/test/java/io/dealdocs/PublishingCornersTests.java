package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.installation.AuditEntry;
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

    /** What happens to the next upload must happen to the one that is meant. */
    private void awaitNobodyElse() {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_name = 'publish'"
                                        + " and execution_time < now() + interval '10 seconds'")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private long carrier(DocumentId document) {
        return jdbc.sql("select file_id from publication where document_id = ? and current")
                .param(document.value())
                .query(Long.class)
                .single();
    }

    @Test
    void whoWakesAfterAnotherHasDoneItsWorkLeavesExactlyOneFile() {
        String title = fresh("Overtaken");
        DocumentId document = inPipedrive(title);
        awaitNobodyElse();
        pipedrive().faults().delayNext(POST, Duration.ofSeconds(9), 1);
        change(document, ADA, "once", Urgency.NOW);
        await().atMost(PATIENCE).until(() -> unresolved(document));
        takeOver(document);
        await().atMost(PATIENCE).until(() -> state(document).published() == 2);
        long published = carrier(document);

        await().atMost(PATIENCE).until(() -> outcomes(document).contains("DOUBLE"));

        awaitPublished(document);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(only(title + ".docx").id()).isEqualTo(published));
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
