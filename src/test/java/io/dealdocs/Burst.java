package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.documents.StoredContent;
import io.dealdocs.sandbox.pipedrive.RecordedRequest;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many documents whose new versions all go to Pipedrive at once, and how long that takes under a burst limit. */
final class Burst {

    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final PublishingRoom room;
    private final JdbcClient jdbc;
    private final DealId deal;

    Burst(PublishingRoom room, JdbcClient jdbc, DealId deal) {
        this.room = room;
        this.jdbc = jdbc;
        this.deal = deal;
    }

    /**
     * What was measured.
     *
     * @param requests those that Pipedrive answered, refused ones not counted
     * @param refused answered with 429
     * @param took from the first request to the last answer
     * @param floor requests needed ÷ limit
     * @param tokens of the daily budget
     */
    record Figures(int documents, int limit, int requests, int refused, Duration took, Duration floor, int tokens) {

        double timesFloor() {
            return (double) took.toMillis() / floor.toMillis();
        }

        @Override
        public String toString() {
            return "%d documents, %d in 2 s: %d requests, %d refused, %.1f s = %.2f x floor %.1f s, %d tokens"
                    .formatted(
                            documents,
                            limit,
                            requests,
                            refused,
                            took.toMillis() / 1000.0,
                            timesFloor(),
                            floor.toMillis() / 1000.0,
                            tokens);
        }
    }

    Figures run(int count, int limit) throws InterruptedException {
        List<DocumentId> documents = published(count);
        documents.forEach(this::changeAndHold);
        assertThat(waiting(documents)).isEqualTo(count);
        PublishingRoom.pipedrive().faults().burst(limit);
        // What was asked before must have left the window.
        Thread.sleep(WINDOW.plusMillis(500));
        PublishingRoom.pipedrive().forgetRequests();
        release(documents);
        awaitPublished(documents);
        return figures(count, limit);
    }

    private List<DocumentId> published(int count) {
        List<DocumentId> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(
                    room.documents.create(DealRoom.ADA, deal, DocumentKind.DOCUMENT, DealRoom.fresh("Burst " + i)));
        }
        awaitPublished(documents);
        return documents;
    }

    // In one transaction, so that nothing goes before all are there.
    private void changeAndHold(DocumentId document) {
        StoredContent content = room.content(PublishingRoom.words("new " + document));
        room.transaction.executeWithoutResult(status -> {
            room.change(document, DealRoom.ADA, content, Urgency.WHEN_QUIET);
            jdbc.sql("update scheduled_tasks set execution_time = now() + interval '1 hour'"
                            + " where task_name = 'publish' and task_instance = ?")
                    .param(document.toString())
                    .update();
        });
    }

    private void release(List<DocumentId> documents) {
        jdbc.sql("update scheduled_tasks set execution_time = now()"
                        + " where task_name = 'publish' and task_instance = any(?)")
                .param(ids(documents))
                .update();
    }

    private void awaitPublished(List<DocumentId> documents) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> waiting(documents) == 0);
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_name = 'publish'"
                                        + " and task_instance = any(?)")
                                .param(ids(documents))
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private long waiting(List<DocumentId> documents) {
        return jdbc.sql("select count(*) from document where id::text = any(?) and head is distinct from published")
                .param(ids(documents))
                .query(Long.class)
                .single();
    }

    private static String[] ids(List<DocumentId> documents) {
        return documents.stream().map(DocumentId::toString).toArray(String[]::new);
    }

    private static Figures figures(int count, int limit) {
        List<RecordedRequest> asked = PublishingRoom.pipedrive().requests().stream()
                .filter(request -> request.kind() == RecordedRequest.Kind.REST)
                .toList();
        int refused =
                (int) asked.stream().filter(request -> request.status() == 429).count();
        Instant first = asked.stream()
                .map(RecordedRequest::time)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant last = asked.stream()
                .map(request -> request.time().plus(request.duration()))
                .max(Instant::compareTo)
                .orElseThrow();
        int requests = asked.size() - refused;
        return new Figures(
                count,
                limit,
                requests,
                refused,
                Duration.between(first, last),
                WINDOW.multipliedBy(requests).dividedBy(limit),
                asked.stream().mapToInt(RecordedRequest::cost).sum());
    }
}
