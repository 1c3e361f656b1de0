package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DocumentKind;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditEntry.Action;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.installation.Companies;
import io.dealdocs.installation.CompanyRules;
import io.dealdocs.installation.CompanyRules.Publish;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.settings.CompanySettings;
import io.dealdocs.settings.DocsSettings.CoEditing;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who did what is written down together with the deed itself: neither is there without the other. */
class AuditTrailTests extends SavingRoom {

    private static final MemberId CLEO = MemberId.of(PipedriveSandbox.ACME, 1003);

    @Autowired
    private AuditTrail trail;

    @Autowired
    private CompanySettings settings;

    @Autowired
    private Companies companies;

    private List<AuditEntry> about(DocumentId document) {
        return trail.of(ADA.company(), document);
    }

    private List<AuditEntry> since(CompanyId company, long id) {
        return trail.before(company, Long.MAX_VALUE, 1000).stream()
                .filter(entry -> entry.id() > id)
                .toList();
    }

    private long newest(CompanyId company) {
        return trail.before(company, Long.MAX_VALUE, 1).stream()
                .mapToLong(AuditEntry::id)
                .findFirst()
                .orElse(0);
    }

    @Test
    void theLifeOfADocumentIsToldInOrderAndByName() throws Exception {
        DocumentId document = inPipedrive(fresh("Life"));
        save(BEN, document, "by Ben");
        awaitPublished(document);

        assertThat(about(document))
                .extracting(AuditEntry::action, entry -> entry.by().orElseThrow(), AuditEntry::detail)
                .containsExactly(
                        tuple(Action.CREATED, ADA.user(), "deal 5"),
                        tuple(Action.PUBLISHED, ADA.user(), "version 1"),
                        tuple(Action.OPENED, BEN.user(), ""),
                        tuple(Action.STORED, BEN.user(), "version 2"),
                        tuple(Action.PUBLISHED, BEN.user(), "version 2"));
        assertThat(about(document)).extracting(AuditEntry::byName).doesNotContain("");
        assertThat(about(document)).extracting(AuditEntry::documentName).allMatch(name -> name.startsWith("Life "));
    }

    @Test
    void whoeverCarriedAVersionForItsAuthorIsNamedWithHim() throws Exception {
        DocumentId document = inPipedrive(fresh("Carried"));
        save(
                BEN,
                document,
                "text",
                () -> jdbc.sql("update member_token set dead = true where company_id = ? and user_id = ?")
                        .params(BEN.company().value(), BEN.user().value())
                        .update());
        awaitPublished(document);

        AuditEntry last = about(document).getLast();
        assertThat(last.action()).isEqualTo(Action.PUBLISHED);
        assertThat(last.by()).isNotEqualTo(Optional.of(BEN.user()));
        assertThat(last.detail()).isEqualTo("version 2 through " + last.byName() + " for " + name(BEN));
    }

    private String name(MemberId member) {
        return jdbc.sql("select name from member where company_id = ? and user_id = ?")
                .params(member.company().value(), member.user().value())
                .query(String.class)
                .single();
    }

    @Test
    void anUploadIsToldAsOne() throws Exception {
        byte[] bytes = {1, 2, 3};
        DocumentId document = documents.upload(BEN, DEAL, fresh("Upload") + ".pdf", 3, new ByteArrayInputStream(bytes));

        assertThat(about(document).getFirst())
                .extracting(AuditEntry::action, AuditEntry::by)
                .containsExactly(Action.UPLOADED, Optional.of(BEN.user()));
    }

    @Test
    void whoeverComesBackToASessionOpensItOnce() {
        DocumentId document = documents.create(ADA, DEAL, DocumentKind.DOCUMENT, fresh("Twice"));
        config(ADA, document);
        config(BEN, document);
        config(ADA, document);

        assertThat(about(document).stream()
                        .filter(entry -> entry.action() == Action.OPENED)
                        .map(entry -> entry.by().orElseThrow()))
                .containsExactly(ADA.user(), BEN.user());
    }

    @Test
    void whatComesTooLateIsToldAsRecovered() throws Exception {
        DocumentId document = inPipedrive(fresh("Late"));
        JsonNode session = config(ADA, document);
        String result = result(document, "in time");
        String late = result(inPipedrive(fresh("Another")), "too late");
        assertThat(deliver(session, saved(session, 2, result)).statusCode()).isEqualTo(200);
        assertThat(deliver(session, saved(session, 2, late)).statusCode()).isEqualTo(200);

        awaitOrigins(document, "IMPORTED", "SAVED", "CONFLICT");
        assertThat(about(document))
                .filteredOn(entry -> entry.action() == Action.RECOVERED)
                .extracting(AuditEntry::detail)
                .containsExactly("version 3");
    }

    @Test
    void aSaveWhoseEntryCannotBeWrittenIsNotAcknowledged() throws Exception {
        DocumentId document = inPipedrive(fresh("Together"));
        jdbc.sql("""
            create function refuse_entry() returns trigger language plpgsql as
            $$ begin raise exception 'told to fail'; end $$
            """).update();
        jdbc.sql("create trigger refuse_entry before insert on audit_entry for each row when (new.document_id = '"
                        + document + "' and new.action = 'STORED') execute function refuse_entry()")
                .update();
        try {
            String key = key(document);
            write(BEN, document, "kept by the Docs server");
            assertThat(docs().awaitCallback(key, 2, PATIENCE).answerStatus()).isEqualTo(503);
            assertThat(origins(document)).containsExactly("IMPORTED");
        } finally {
            jdbc.sql("drop trigger refuse_entry on audit_entry").update();
            jdbc.sql("drop function refuse_entry()").update();
        }
    }

    @Test
    void aChangeOfSettingsIsToldByWhatChangedAndNeverByASecret() {
        CompanyId acme = ADA.company();
        long before = newest(acme);
        try {
            settle(docs().secret(), CoEditing.FAST);
            settle("", CoEditing.STRICT);
            settle("", CoEditing.STRICT);

            assertThat(since(acme, before).reversed().stream()
                            .filter(entry -> entry.action() == Action.SETTINGS_CHANGED))
                    .extracting(entry -> entry.by().orElseThrow(), AuditEntry::detail)
                    .containsExactly(
                            tuple(ADA.user(), "address, secret, header, co-editing"), tuple(ADA.user(), "co-editing"));
            assertThat(since(acme, before).toString()).doesNotContain(docs().secret());
        } finally {
            jdbc.sql("delete from docs_settings").update();
        }
    }

    @Test
    void aChangeOfACompanysRulesIsToldByWhatItIsNowAndNotWhereNothingChanged() {
        CompanyId acme = ADA.company();
        long before = newest(acme);
        CompanyRules rules = new CompanyRules(Publish.ON_DEMAND, true, OptionalInt.of(90), OptionalInt.empty());
        try {
            companies.change(ADA, rules);
            companies.change(BEN, rules);
            companies.change(BEN, new CompanyRules(Publish.ON_DEMAND, false, OptionalInt.empty(), OptionalInt.of(7)));

            assertThat(companies.rules(acme).retentionCount()).hasValue(7);
            assertThat(since(acme, before).reversed())
                    .extracting(AuditEntry::action, entry -> entry.by().orElseThrow(), AuditEntry::detail)
                    .containsExactly(
                            tuple(Action.SETTINGS_CHANGED, ADA.user(), "publish ON_DEMAND, retention days 90"),
                            tuple(
                                    Action.SETTINGS_CHANGED,
                                    BEN.user(),
                                    "through others false, retention days none, retention count 7"));
            assertThat(since(acme, before)).extracting(AuditEntry::byName).doesNotContain("");
            assertThat(since(acme, before))
                    .allSatisfy(
                            entry -> assertThat(entry.at()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
        } finally {
            companies.change(ADA, CompanyRules.defaults());
        }
    }

    private void settle(String secret, CoEditing mode) {
        NewDocsSettings wanted = new NewDocsSettings(
                docs().origin(),
                Optional.of(secret),
                "Authorization",
                mode,
                settings.of(ADA.company()).version());
        assertThat(settings.save(ADA, wanted)).isInstanceOf(SaveOutcome.Saved.class);
    }

    @Test
    void comingAndGoingIsToldOnceEach() {
        CompanyId acme = CLEO.company();
        connect(CLEO);
        long before = newest(acme);
        consent(acme.value(), CLEO.user().value());
        pipedrive().uninstall(acme.value(), CLEO.user().value());
        await().atMost(PATIENCE).until(() -> !since(acme, before).isEmpty());
        connect(CLEO);

        assertThat(since(acme, before).reversed().stream()
                        .filter(entry -> entry.by().equals(Optional.of(CLEO.user()))))
                .extracting(AuditEntry::action)
                .containsExactly(Action.DISCONNECTED, Action.CONNECTED);
    }

    @Test
    void aCompanyReadsItsOwnEntriesOnly() {
        DocumentId document = documents.create(ADA, DEAL, DocumentKind.DOCUMENT, fresh("Ours"));
        long before = newest(GUS.company());
        documents.create(ADA, DEAL, DocumentKind.DOCUMENT, fresh("Ours as well"));

        assertThat(about(document)).isNotEmpty();
        assertThat(trail.of(GUS.company(), document)).isEmpty();
        assertThat(newest(GUS.company())).isEqualTo(before);
        assertThat(trail.before(GUS.company(), Long.MAX_VALUE, 1000))
                .allMatch(entry -> entry.company().equals(GUS.company()));
    }
}
