package io.dealdocs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dealdocs.Consent;
import io.dealdocs.WholeApplication;
import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.docs.DocsSandboxOptions;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.settings.DocsSettings.CoEditing;
import io.dealdocs.settings.SaveOutcome.Problem;
import io.dealdocs.settings.SaveOutcome.Refused;
import io.dealdocs.settings.SaveOutcome.Saved;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company's settings: saved by its admins, only when the Docs server agrees, and seen by nobody else. */
class CompanySettingsTests extends WholeApplication {

    private static final MemberId ADA = MemberId.of(PipedriveSandbox.ACME, 1001);
    private static final MemberId BEN = MemberId.of(PipedriveSandbox.ACME, 1002);
    private static final MemberId GUS = MemberId.of(PipedriveSandbox.GLOBEX, 1001);
    private static final CompanyId ACME = ADA.company();
    private static final CompanyId GLOBEX = GUS.company();
    private static final String SECRET = "the secret of Acme's own Docs server";

    @Autowired
    private CompanySettings settings;

    @Autowired
    private CompanyDocsServers servers;

    @Autowired
    private JdbcClient jdbc;

    private final DocsSandbox own = DocsSandbox.start(DocsSandboxOptions.quick().withSecret(SECRET));

    @BeforeEach
    void connect() {
        for (MemberId member : List.of(ADA, BEN, GUS)) {
            Consent.give(
                    app(), pipedrive(), member.company().value(), member.user().value());
        }
        jdbc.sql("delete from docs_settings").update();
    }

    @AfterEach
    void clear() {
        jdbc.sql("delete from docs_settings").update();
        pipedrive().faults().clear();
        own.close();
    }

    @Test
    void aCompanyWithoutItsOwnUsesTheOperatorsDocsServerAndSeesNothingOfIt() {
        assertThat(address(ACME)).isEqualTo(docs().origin());
        assertThat(secret(ACME)).isEqualTo(docs().secret());

        DocsSettings shown = settings.of(ACME);
        assertThat(shown.operatorDefault()).isTrue();
        assertThat(shown.address()).isEmpty();
        assertThat(shown.secretSetAt()).isEmpty();
        assertThat(shown.toString()).doesNotContain(docs().secret(), docs().origin());
        assertThat(server(ACME).toString()).doesNotContain(docs().secret());
    }

    @Test
    void savesWhatTheDocsServerConfirms() {
        assertThat(settings.save(ADA, wanted(own.origin() + "/", SECRET, "", 0)))
                .isEqualTo(new Saved("9.3.1.10"));

        assertThat(server(ACME).publicUrl()).hasToString(own.origin());
        assertThat(server(ACME).internalUrl()).hasToString(own.origin());
        assertThat(server(ACME).header()).isEqualTo("Authorization");
        assertThat(secret(ACME)).isEqualTo(SECRET);
        assertThat(servers.coEditing(ACME)).isEqualTo(CoEditing.STRICT);
        DocsSettings shown = settings.of(ACME);
        assertThat(shown.operatorDefault()).isFalse();
        assertThat(shown.address()).isEqualTo(own.origin());
        assertThat(shown.secretSetBy()).isEqualTo("Ada Lind");
        assertThat(shown.secretSetAt()).isPresent();
        assertThat(shown.version()).isPositive();
    }

    @Test
    void keepsTheSecretEncryptedAndForItself() {
        save(SECRET);

        String stored = jdbc.sql("select encode(secret, 'escape') from docs_settings where company_id = 54321")
                .query(String.class)
                .single();
        assertThat(stored).hasSizeGreaterThan(SECRET.length()).doesNotContain("secret", "Acme");
        assertThat(settings.of(ACME).toString()).doesNotContain(SECRET);
        assertThat(server(ACME).toString()).doesNotContain(SECRET);
        assertThat(wanted(own.origin(), SECRET, "", 0).toString()).doesNotContain(SECRET);
    }

    @Test
    void keepsTheStoredSecretWhenNoneIsGiven() {
        save(SECRET);
        DocsSettings before = settings.of(ACME);

        assertThat(settings.save(ADA, wanted(own.origin(), null, "", before.version())))
                .isInstanceOf(Saved.class);
        assertThat(settings.save(ADA, wanted(own.origin(), "  ", "", before.version() + 1)))
                .isInstanceOf(Saved.class);

        assertThat(secret(ACME)).isEqualTo(SECRET);
        assertThat(settings.of(ACME).secretSetAt()).isEqualTo(before.secretSetAt());
        own.withSecret("rotated at the server");
        assertRefusedKeeping(wanted(own.origin(), null, "", before.version() + 2), Problem.SECRET_REFUSED);
    }

    @Test
    void isSavedByAdminsOnlyWhateverOurOwnRowsSay() {
        jdbc.sql("update member set account_admin = (user_id <> 1001) where company_id = 54321")
                .update();

        assertThat(catchThrowable(() -> settings.save(BEN, wanted(own.origin(), SECRET, "", 0))))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.reason()).isEqualTo(Refusal.Reason.ADMINS_ONLY));
        assertThat(settings.of(ACME).operatorDefault()).isTrue();
        assertThat(own.requests()).isEmpty();
        assertThat(settings.save(ADA, wanted(own.origin(), SECRET, "", 0))).isInstanceOf(Saved.class);
    }

    @Test
    void isNotSavedWhilePipedriveCannotBeAsked() {
        pipedrive().faults().failNext("GET /users/me", 403, 1);

        assertThat(catchThrowable(() -> settings.save(ADA, wanted(own.origin(), SECRET, "", 0))))
                .isInstanceOf(Refusal.class);
        assertThat(settings.of(ACME).operatorDefault()).isTrue();
    }

    @Test
    void usesTheHeaderThatBothSidesAgreeOn() {
        own.withHeader("AuthorizationJwt");

        assertThat(settings.save(ADA, wanted(own.origin(), SECRET, " AuthorizationJwt ", 0)))
                .isInstanceOf(Saved.class);
        assertThat(settings.of(ACME).header()).isEqualTo("AuthorizationJwt");
        assertThat(server(ACME).header()).isEqualTo("AuthorizationJwt");
    }

    @Test
    void aSecondAdminWhoLookedAtOlderSettingsDoesNotOverwrite() {
        DocsSettings seen = settings.of(ACME);
        save(SECRET);
        long now = settings.of(ACME).version();

        assertRefusedKeeping(wanted("http://127.0.0.1:1", "x", "", seen.version()), Problem.CHANGED_MEANWHILE);
        assertRefusedKeeping(wanted(own.origin(), SECRET, "", now + 1), Problem.CHANGED_MEANWHILE);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void ofTwoAdminsWhoSaveAtOnceOneIsToldSo(boolean settingsExist) throws Exception {
        if (settingsExist) {
            save(SECRET);
        }
        long version = settings.of(ACME).version();
        Callable<SaveOutcome> saving = () -> settings.save(ADA, wanted(own.origin(), SECRET, "", version));
        List<SaveOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<SaveOutcome> outcome : threads.invokeAll(List.of(saving, saving))) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrder(new Saved("9.3.1.10"), new Refused(Problem.CHANGED_MEANWHILE));
    }

    @Test
    void anotherCompanySeesAndChangesNothingOfIt() {
        DocsSettings before = settings.of(GLOBEX);
        save(SECRET);

        assertThat(settings.of(GLOBEX)).isEqualTo(before);
        assertThat(address(GLOBEX)).isEqualTo(docs().origin());
        try (DocsSandbox theirs = DocsSandbox.start(DocsSandboxOptions.quick().withSecret("theirs"))) {
            assertThat(settings.save(GUS, wanted(theirs.origin(), "theirs", "", 0)))
                    .isInstanceOf(Saved.class);
        }
        assertThat(settings.of(ACME).secretSetBy()).isEqualTo("Ada Lind");
        assertThat(address(ACME)).isEqualTo(own.origin());
        assertThat(secret(ACME)).isEqualTo(SECRET);
        assertThat(settings.of(GLOBEX).secretSetBy()).isEqualTo("Gus Prado");
    }

    @Test
    void aSecretMovedToAnotherCompanysRowIsOfNoUse() {
        save(SECRET);
        jdbc.sql("""
                insert into docs_settings select 54322, address, header, co_editing, key_id, secret, secret_set_at,
                       secret_set_by, version from docs_settings where company_id = 54321
                """).update();

        assertThat(catchThrowable(() -> servers.of(GLOBEX)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void offersAStrongSecretThatIsNewEachTime() {
        assertThat(settings.offerSecret()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(settings.offerSecret());
    }

    private DocsServer server(CompanyId company) {
        return servers.of(company).orElseThrow();
    }

    private String address(CompanyId company) {
        return server(company).publicUrl().toString();
    }

    private String secret(CompanyId company) {
        return server(company).secret().reveal();
    }

    private void save(String secret) {
        assertThat(settings.save(ADA, wanted(own.origin(), secret, "", 0))).isInstanceOf(Saved.class);
    }

    private void assertRefusedKeeping(NewDocsSettings wanted, Problem problem) {
        DocsSettings before = settings.of(ACME);
        assertThat(settings.save(ADA, wanted)).isEqualTo(new Refused(problem));
        assertThat(settings.of(ACME)).isEqualTo(before);
    }

    private static NewDocsSettings wanted(String address, @Nullable String secret, String header, long version) {
        return new NewDocsSettings(address, Optional.ofNullable(secret), header, CoEditing.STRICT, version);
    }
}
