package io.dealdocs.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.Consent;
import io.dealdocs.WholeApplication;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One ticket lets one member into one document once, within a minute. */
class TicketTests extends WholeApplication {

    private static final MemberId ADA = MemberId.of(PipedriveSandbox.ACME, 1001);
    private static final MemberId GINA = MemberId.of(PipedriveSandbox.GLOBEX, 1000);
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Autowired
    private JdbcClient jdbc;

    private DocumentId document = DocumentId.random();
    private DocumentId other = DocumentId.random();

    @BeforeEach
    void documents() {
        Consent.give(app(), pipedrive(), PipedriveSandbox.ACME, 1001);
        Consent.give(app(), pipedrive(), PipedriveSandbox.GLOBEX, 1000);
        document = insert(PipedriveSandbox.ACME);
        other = insert(PipedriveSandbox.GLOBEX);
        jdbc.sql("delete from ticket").update();
    }

    @Test
    void isGoodOnce() {
        String ticket = at(NOW).issue(ADA, document);

        assertThat(at(NOW).redeem(ticket, document)).contains(ADA);
        assertThat(at(NOW).redeem(ticket, document)).isEmpty();
    }

    @Test
    void isGoodOnceEvenForTenAtOnce() throws Exception {
        String ticket = at(NOW).issue(ADA, document);
        List<Callable<Optional<MemberId>>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            calls.add(() -> at(NOW).redeem(ticket, document));
        }
        int welcome = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<MemberId>> answer : threads.invokeAll(calls)) {
                welcome += answer.get().isPresent() ? 1 : 0;
            }
        }
        assertThat(welcome).isEqualTo(1);
    }

    @Test
    void isGoodForItsOwnDocumentOnlyAndUsedUpByTheAttempt() {
        String ticket = at(NOW).issue(ADA, document);

        assertThat(at(NOW).redeem(ticket, other)).isEmpty();
        assertThat(at(NOW).redeem(ticket, document)).isEmpty();
    }

    @Test
    void isGoodForAMinute() {
        String inTime = at(NOW).issue(ADA, document);
        assertThat(at(NOW.plus(Duration.ofSeconds(60))).redeem(inTime, document))
                .contains(ADA);

        String late = at(NOW).issue(ADA, document);
        assertThat(at(NOW.plus(Duration.ofSeconds(61))).redeem(late, document)).isEmpty();
        assertThat(tickets()).isEmpty();
    }

    @Test
    void anInventedOneIsNone() {
        at(NOW).issue(ADA, document);

        for (String invented : List.of("", "x", "A".repeat(43), "ü'; drop table ticket")) {
            assertThat(at(NOW).redeem(invented, document)).isEmpty();
        }
    }

    @Test
    void theTableHoldsADigestOnly() {
        String ticket = at(NOW).issue(ADA, document);

        Map<String, @Nullable Object> row = tickets().getFirst();
        assertThat(ticket).hasSizeGreaterThanOrEqualTo(43);
        assertThat((byte[]) row.get("hash")).hasSize(32);
        assertThat(new String((byte[]) row.get("hash"), StandardCharsets.ISO_8859_1))
                .doesNotContain(ticket);
        assertThat(row.toString()).doesNotContain(ticket);
    }

    @Test
    void equalSumsOfIdsShareNoTicket() {
        String adas = at(NOW).issue(ADA, document);
        String ginas = at(NOW).issue(GINA, other);

        assertThat(at(NOW).redeem(ginas, other)).contains(GINA);
        assertThat(at(NOW).redeem(adas, document)).contains(ADA);
    }

    private Tickets at(Instant now) {
        return new Tickets(jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Map<String, @Nullable Object>> tickets() {
        return jdbc.sql("select * from ticket").query().listOfRows();
    }

    private DocumentId insert(long company) {
        DocumentId id = DocumentId.random();
        jdbc.sql("""
                insert into document (id, company_id, subject_kind, subject_id, name, created_by, created_at)
                values (:id, :company, 'DEAL', 7, 'Ticket.docx', 1, now())
                """).param("id", id.value()).param("company", company).update();
        return id;
    }
}
