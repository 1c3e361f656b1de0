package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.documents.ContentId;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.documents.Origin;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditEntry.Action;
import io.dealdocs.installation.Companies;
import io.dealdocs.installation.CompanyRules;
import io.dealdocs.installation.CompanyRules.Publish;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Older versions die as their company decided, and nothing that anybody still needs dies with them. */
class RetentionTests extends RetentionRoom {

    private static final String RETENTION = "retentionTask";
    private static final String SWEEP = "contentSweepTask";

    @Autowired
    private Companies companies;

    @Autowired
    private DocumentVersions versions;

    @AfterEach
    void nothingDies() {
        companies.change(ADA, CompanyRules.defaults());
        companies.change(GUS, CompanyRules.defaults());
    }

    private void keep(MemberId admin, OptionalInt days, OptionalInt count) {
        companies.change(admin, new CompanyRules(Publish.WHEN_DONE, true, days, count));
    }

    private void keepNewest(int count) {
        keep(ADA, OptionalInt.empty(), OptionalInt.of(count));
    }

    private void keepDays(int days) {
        keep(ADA, OptionalInt.of(days), OptionalInt.empty());
    }

    private List<AuditEntry> expired(DocumentId document) {
        return audit.of(ACME, document).stream()
                .filter(entry -> entry.action() == Action.EXPIRED)
                .toList();
    }

    @Test
    void ofEachDocumentTheNewestStayAndTheAuditTrailTellsWhichWent() {
        DocumentId document = inPipedrive(fresh("Count"));
        grow(document, 5);
        keepNewest(3);

        run(RETENTION);

        assertThat(numbers(document)).containsExactly(4, 5, 6);
        refused(Reason.VERSION_GONE, () -> versions.read(BEN, DEAL, document, 3, (bytes, size) -> size));
        refused(Reason.VERSION_GONE, () -> versions.saveAsFile(BEN, DEAL, document, 3));
        refused(Reason.VERSION_GONE, () -> versions.makeCurrent(BEN, DEAL, document, 3, true));
        assertThat(expired(document)).singleElement().satisfies(entry -> {
            assertThat(entry.detail()).isEqualTo("versions 1, 2, 3");
            assertThat(entry.by()).isEmpty();
            assertThat(entry.documentName()).startsWith("Count ");
        });
        run(RETENTION);
        assertThat(expired(document)).hasSize(1);
    }

    @Test
    void whatIsOlderThanTheDaysGoesButNeverTheHead() {
        DocumentId document = inPipedrive(fresh("Days"));
        grow(document, 3);
        age(document, 1, 400);
        age(document, 2, 31);
        age(document, 3, 29);
        age(document, 4, 300);
        keepDays(30);

        run(RETENTION);

        assertThat(numbers(document)).containsExactly(3, 4);
        assertThat(expired(document)).extracting(AuditEntry::detail).containsExactly("versions 1, 2");
    }

    @Test
    void withoutADecisionNothingDies() {
        DocumentId document = inPipedrive(fresh("Undecided"));
        grow(document, 3);
        IntStream.rangeClosed(1, 4).forEach(version -> age(document, version, 4000));

        run(RETENTION);

        assertThat(numbers(document)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatPipedriveLacksAndWhatItHoldsStayUntilTheHeadIsThere() {
        DocumentId document = inPipedrive(fresh("Waits"));
        grow(document, 1);
        add(document, Origin.FORCE_SAVED);
        add(document, Origin.FORCE_SAVED);
        IntStream.rangeClosed(1, 4).forEach(version -> age(document, version, 1000));
        keep(ADA, OptionalInt.of(1), OptionalInt.of(1));

        run(RETENTION);
        assertThat(numbers(document)).containsExactly(2, 3, 4);

        inPipedriveIs(document, 4);
        run(RETENTION);
        assertThat(numbers(document)).containsExactly(4);
    }

    @Test
    void aHeadThatIsNotTheNewestStays() {
        DocumentId document = inPipedrive(fresh("Not newest"));
        add(document, Origin.CONFLICT);
        age(document, 1, 1000);
        age(document, 2, 31);
        keep(ADA, OptionalInt.of(1), OptionalInt.of(1));

        run(RETENTION);

        assertThat(numbers(document)).containsExactly(1);
    }

    @Test
    void whatPeopleMayStillDecideAboutStaysThirtyDays() {
        DocumentId document = inPipedrive(fresh("Offered"));
        add(document, Origin.RECOVERED);
        add(document, Origin.CONFLICT);
        age(document, 2, 29);
        age(document, 3, 31);
        keep(ADA, OptionalInt.of(1), OptionalInt.of(1));

        run(RETENTION);

        assertThat(numbers(document)).containsExactly(1, 2);
    }

    @Test
    void whatAnOpenSessionBeganWithAndHasHandedOverStaysUntilItEnds() {
        DocumentId document = inPipedrive(fresh("Edited"));
        grow(document, 2);
        config(BEN, document);
        UUID session = jdbc.sql("select id from editing_session where document_id = ?")
                .param(document.value())
                .query(UUID.class)
                .single();
        add(document, Origin.FORCE_SAVED, new byte[] {1}, Optional.of(session));
        add(document, Origin.FORCE_SAVED, new byte[] {2}, Optional.of(session));
        inPipedriveIs(document, 5);
        keepNewest(1);

        run(RETENTION);
        assertThat(numbers(document)).containsExactly(3, 4, 5);

        jdbc.sql("update editing_session set ended_at = now() where id = ?")
                .param(session)
                .update();
        run(RETENTION);
        assertThat(numbers(document)).containsExactly(5);
    }

    @Test
    void aKeyThatIsOverAndThatNobodyIsInHoldsNothing() {
        DocumentId document = inPipedrive(fresh("Old key"));
        grow(document, 1);
        config(BEN, document);
        grow(document, 1);
        jdbc.sql("update document set revision = revision + 1 where id = ?")
                .param(document.value())
                .update();
        keepNewest(1);
        jdbc.sql("update editing_session_member set present = true where session_id in"
                        + " (select id from editing_session where document_id = ?)")
                .param(document.value())
                .update();

        run(RETENTION);
        assertThat(numbers(document)).as("while Ben is in").containsExactly(2, 3);

        jdbc.sql("update editing_session set quiet_since = now() where document_id = ?")
                .param(document.value())
                .update();
        run(RETENTION);
        assertThat(numbers(document)).containsExactly(3);
    }

    @Test
    void noOtherCompanysVersionsGo() {
        DocumentId theirs = documents.create(GUS, new DealId(1), DocumentKind.DOCUMENT, fresh("Theirs"));
        awaitPublished(theirs);
        DocumentId ours = inPipedrive(fresh("Ours"));
        for (DocumentId document : List.of(theirs, ours)) {
            grow(document, 2);
            IntStream.rangeClosed(1, 3).forEach(version -> age(document, version, 1000));
        }
        keep(ADA, OptionalInt.of(1), OptionalInt.of(1));
        keep(GUS, OptionalInt.of(2000), OptionalInt.of(2));

        run(RETENTION);

        assertThat(numbers(ours)).containsExactly(3);
        assertThat(numbers(theirs)).containsExactly(2, 3);
    }

    @Test
    void theContentGoesADayLaterUnlessSomethingElseUsesIt() throws Exception {
        DocumentId document = inPipedrive(fresh("Shared"));
        DocumentId copy = versions.saveAsFile(ADA, DEAL, document, 1);
        ContentId shared = contentOf(document, 1);
        assertThat(contentOf(copy, 1)).isEqualTo(shared);
        grow(document, 2);
        ContentId lonely = contentOf(document, 2);
        jdbc.sql("update content set created_at = now() - interval '40 days'").update();
        keepNewest(1);

        run(RETENTION);
        run(SWEEP);
        assertThat(numbers(document)).containsExactly(3);
        assertThat(kept(lonely)).as("somebody may be reading it").isTrue();

        jdbc.sql("update content set set_aside_at = now() - interval '25 hours' where set_aside_at is not null")
                .update();
        run(SWEEP);
        assertThat(kept(lonely)).isFalse();
        assertThat(kept(shared)).isTrue();
        assertThat(kept(contentOf(document, 3))).isTrue();
        awaitPublished(copy);
        assertThat(versions.<byte[]>read(BEN, DEAL, copy, 1, (bytes, size) -> bytes.readAllBytes()))
                .isNotEmpty();
    }

    @Test
    void whoeverIsReadingAVersionThatDiesReadsItToTheEnd() throws Exception {
        byte[] large = new byte[3 << 20];
        new Random(7).nextBytes(large);
        DocumentId document = inPipedrive(fresh("Reading"));
        int number = add(document, Origin.SAVED, large, Optional.empty());
        jdbc.sql("update content set created_at = now() - interval '40 days'").update();
        grow(document, 1);
        keepNewest(1);

        byte[] read = versions.read(BEN, DEAL, document, number, (bytes, size) -> {
            byte[] first = bytes.readNBytes(1000);
            run(RETENTION);
            run(SWEEP);
            byte[] all = Arrays.copyOf(first, Math.toIntExact(size));
            assertThat(bytes.readNBytes(all, 1000, all.length - 1000)).isEqualTo(all.length - 1000);
            return all;
        });

        assertThat(read).isEqualTo(large);
        assertThat(numbers(document)).doesNotContain(number);
        refused(Reason.VERSION_GONE, () -> versions.read(BEN, DEAL, document, number, (bytes, size) -> size));
    }

    @Test
    void twoRunsAtOnceEraseAndTellEachVersionOnce() throws Exception {
        List<DocumentId> all = Stream.of("a", "b", "c")
                .map(each -> inPipedrive(fresh("Twice " + each)))
                .toList();
        all.forEach(document -> {
            jdbc.sql("insert into version (document_id, number, origin, content_id, size, sha256, author_name,"
                            + " created_at) select document_id, n, 'SAVED', content_id, size, sha256, '', now()"
                            + " from version, generate_series(2, 120) n where document_id = ?")
                    .param(document.value())
                    .update();
            jdbc.sql("update document set head = 120, published = 120, last_version = 120 where id = ?")
                    .param(document.value())
                    .update();
        });
        keepNewest(1);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            together.await();
            run(RETENTION);
            return true;
        };

        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (var done : nodes.invokeAll(List.of(node, node))) {
                assertThat(done.get()).isTrue();
            }
        }

        for (DocumentId document : all) {
            assertThat(numbers(document)).containsExactly(120);
            List<String> told = new ArrayList<>();
            expired(document)
                    .forEach(entry -> told.addAll(List.of(
                            entry.detail().replaceFirst("versions? ", "").split(", ", -1))));
            assertThat(told)
                    .containsExactlyElementsOf(
                            IntStream.range(1, 120).mapToObj(String::valueOf).toList());
        }
    }
}
