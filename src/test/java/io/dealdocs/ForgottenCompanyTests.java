package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.ContentId;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.documents.VersionLine;
import io.dealdocs.installation.AuditEntry.Action;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal.Reason;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A company that everybody has left is forgotten entirely after the operator's time, and is whole again before that. */
class ForgottenCompanyTests extends CompanyRoom {

    private static final String FORGET = "companyForgettingTask";

    @Autowired
    private DocumentVersions versions;

    @BeforeEach
    void bothAreThere() {
        connect(GUS, GINA);
    }

    @AfterEach
    void theDocsServerOfEverybody() {
        jdbc.sql("delete from docs_settings").update();
    }

    @Test
    void whoLeavesFirstTakesOnlyTheirOwnTokensAndAtOnce() throws Exception {
        DocumentId document = aWholeLife();
        assertThat(rowsOf(GLOBEX)).containsEntry("member_token", 2L);

        pipedrive().uninstall(PipedriveSandbox.GLOBEX, GINA.user().value());

        assertThat(rowsOf(GLOBEX)).containsEntry("member_token", 1L);
        assertThat(abandoned()).isFalse();
        refused(Reason.NOT_CONNECTED, () -> documents.list(GINA, THEIR_DEAL));
        abandonedSince("91 days");
        run(FORGET);
        assertThat(abandoned()).isTrue();
        assertThat(there(document)).as("Gus is there whatever the clock says").isTrue();
        assertThat(documents.list(GUS, THEIR_DEAL).files())
                .extracting(DealFile::ref)
                .contains(Ref.of(document));
        assertThat(rowsOf(ADA.company()).get("member_token")).isPositive();
    }

    @Test
    void whoeverInstallsAgainInTimeFindsEverythingAsItWas() throws Exception {
        DocumentId document = aWholeLife();
        everybodyOfGlobexLeaves();
        assertThat(abandoned()).isTrue();
        Map<String, Long> left = rowsOf(GLOBEX);
        abandonedSince("29 days 23 hours");
        run(FORGET);
        assertThat(rowsOf(GLOBEX)).isEqualTo(left);

        connect(GINA);

        assertThat(abandoned()).isFalse();
        abandonedSinceIfSet();
        run(FORGET);
        assertThat(versions.list(GINA, THEIR_DEAL, document))
                .extracting(VersionLine::number)
                .containsExactly(2, 1);
        byte[] head = versions.read(GINA, THEIR_DEAL, document, 2, (bytes, size) -> bytes.readAllBytes());
        assertThat(text(head)).contains("by Gina");
        assertThat(rowsOf(GLOBEX)).containsEntry("docs_settings", 1L);
    }

    // Had the clock not been stopped, it would be over now.
    private void abandonedSinceIfSet() {
        jdbc.sql("update company set abandoned_at = abandoned_at - interval '90 days' where id = ?")
                .param(GLOBEX.value())
                .update();
    }

    @Test
    void afterTheTimeNothingOfItIsLeftInAnyTableAndNothingOfAnybodyElseIsMissing() throws Exception {
        DocumentId ours = inPipedrive(fresh("Ours"));
        DocumentId document = aWholeLife();
        ContentId first = contentOf(document, 1);
        ContentId second = contentOf(document, 2);
        everybodyOfGlobexLeaves();
        assertThat(rowsOf(GLOBEX)).allSatisfy((table, rows) -> {
            if (!table.equals("member_token") && !table.equals("confirmed_right")) {
                assertThat(rows)
                        .as("rows in " + table + ", which this test must fill")
                        .isPositive();
            }
        });
        Map<String, Long> others = rowsOf(ADA.company());

        abandonedSince("30 days 1 minute");
        run(FORGET);

        assertThat(rowsOf(GLOBEX))
                .allSatisfy((table, rows) ->
                        assertThat(rows).as("rows left in " + table).isZero());
        assertThat(kept(first) || kept(second)).as("contents").isFalse();
        assertThat(jdbc.sql("select count(*) from editing_session_secret s"
                                + " where not exists (select 1 from editing_session e where e.id = s.session_id)")
                        .query(Long.class)
                        .single())
                .isZero();
        await().atMost(PATIENCE).until(() -> !planned(document));
        assertThat(rowsOf(ADA.company())).isEqualTo(others);
        assertThat(there(ours)).isTrue();
        connect(GUS);
        assertThat(documents.list(GUS, THEIR_DEAL).files())
                .extracting(DealFile::ref)
                .doesNotContain(Ref.of(document));
        assertThat(audit.of(GLOBEX, document)).isEmpty();
        assertThat(audit.before(GLOBEX, Long.MAX_VALUE, 10))
                .extracting(entry -> entry.action())
                .containsExactly(Action.CONNECTED);
    }

    @Test
    void whoComesBackWhileItIsBeingForgottenKeepsWhatIsLeft() throws Exception {
        DocumentId document = aWholeLife();
        everybodyOfGlobexLeaves();
        abandonedSince("31 days");
        // Somebody is just signing in: the row of the company is theirs until they are done.
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update company set abandoned_at = null where id = ?")
                    .param(GLOBEX.value())
                    .update();
            Thread run = Thread.startVirtualThread(() -> run(FORGET));
            await().atMost(PATIENCE).until(() -> run.getState() != Thread.State.NEW && waiting() > 0);
        });
        connect(GUS);
        run(FORGET);

        assertThat(there(document)).isTrue();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    private boolean abandoned() {
        return jdbc.sql("select abandoned_at is not null from company where id = ?")
                .param(GLOBEX.value())
                .query(Boolean.class)
                .single();
    }
}
