package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.sandbox.pipedrive.Switch;
import io.dealdocs.shared.DocumentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An upload whose answer nobody heard is found again, or made again, and never leaves a double. */
class LostAnswerTests extends PublishingRoom {

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
    void aLostAnswerCostsNoMoreThanSixtyTokens() {
        DocumentId document = inPipedrive(fresh("Lost costs"));
        pipedrive().faults().loseAnswerOfNext(POST, 1);
        long before = pipedrive().spentToday(PipedriveSandbox.ACME);
        change(document, ADA, "text", Urgency.NOW);
        awaitPublished(document);
        assertThat(pipedrive().spentToday(PipedriveSandbox.ACME) - before).isBetween(20L, 60L);
    }

    @Test
    void aFileOfTheSameNameAndSizeIsNotAdopted() throws Exception {
        String title = fresh("Look-alike");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(POST, 500, 1);
        change(document, ADA, "mine", Urgency.NOW);
        await().atMost(PATIENCE).until(() -> unresolved(document));
        int size = jdbc.sql("select size from publication_attempt where document_id = ? and outcome is null")
                .param(document.value())
                .query(Integer.class)
                .single();
        long theirs = pipedrive()
                .addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, title + ".docx", new byte[size])
                .id();
        noAnswerCame(document);
        awaitPublished(document);
        assertThat(outcomes(document)).containsExactly("RECORDED", "NOTHING_FOUND", "RECORDED");
        assertThat(named(title + ".docx")).hasSize(2).anyMatch(file -> file.id() == theirs);
    }

    @Test
    void anUploadThatWasSlowRatherThanLostLeavesNoDouble() {
        String title = fresh("Slow");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().failNext(POST, 500, 1);
        change(document, ADA, "text", Urgency.NOW);
        noAnswerCame(document);
        awaitPublished(document);
        assertThat(outcomes(document)).containsExactly("RECORDED", "NOTHING_FOUND", "RECORDED");
        SandboxFile published = only(title + ".docx");
        // The first request, which Pipedrive had only put aside, is carried out now.
        pipedrive().addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, title + ".docx", published.bytes());

        jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'publish-late-look'"
                        + " and task_instance in (select id::text from publication_attempt where document_id = ?)")
                .param(document.value())
                .update();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(named(title + ".docx")).hasSize(1));
        awaitPublished(document);
        assertThat(only(title + ".docx").id()).isEqualTo(published.id());
        assertThat(outcomes(document)).containsExactly("RECORDED", "DOUBLE", "RECORDED");
    }

    @Test
    void aFileWhoseNameWasMisreadAndWhoseAnswerWasLostIsAdopted() {
        String title = fresh("Tarjous – sähkö");
        DocumentId document = inPipedrive(title);
        pipedrive().faults().set(Switch.MANGLES_FILE_NAMES, true);
        pipedrive().faults().loseAnswerOfNext(POST, 1);
        change(document, ADA, "text", Urgency.NOW);
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

    /** The upload that nobody heard of has had all the time there is. */
    private void noAnswerCame(DocumentId document) {
        await().atMost(PATIENCE).until(() -> unresolved(document));
        jdbc.sql("update publication_attempt set started_at = started_at - interval '1 minute'"
                        + " where document_id = ? and outcome is null")
                .param(document.value())
                .update();
        await().atMost(PATIENCE).until(() -> {
            jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'publish'"
                            + " and task_instance = ? and not picked and execution_time > now()")
                    .param(document.toString())
                    .update();
            return !unresolved(document);
        });
    }

    private Duration waited(DocumentId document) {
        List<Instant> started = jdbc.sql("select started_at from publication_attempt where document_id = ? order by id")
                .param(document.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
        return Duration.between(started.get(1), started.get(2));
    }
}
