package io.dealdocs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.Consent;
import io.dealdocs.WholeApplication;
import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.docs.DocsSandboxOptions;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.settings.DocsSettings.CoEditing;
import io.dealdocs.settings.SaveOutcome.Problem;
import io.dealdocs.settings.SaveOutcome.Refused;
import io.dealdocs.shared.MemberId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each thing that can be wrong with new settings is told by its own name, and nothing is saved. */
class SettingsProblemTests extends WholeApplication {

    private static final MemberId ADA = MemberId.of(PipedriveSandbox.ACME, 1001);
    private static final String SECRET = "the secret of Acme's own Docs server";

    @Autowired
    private CompanySettings settings;

    @Autowired
    private JdbcClient jdbc;

    private final DocsSandbox own = DocsSandbox.start(DocsSandboxOptions.quick().withSecret(SECRET));

    @BeforeEach
    void connect() {
        Consent.give(app(), pipedrive(), PipedriveSandbox.ACME, 1001);
        jdbc.sql("delete from docs_settings").update();
    }

    @AfterEach
    void close() {
        own.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', secret, Authorization, ADDRESS_EMPTY",
        "nonsense, secret, Authorization, ADDRESS_MALFORMED",
        "http://user@127.0.0.1, secret, Authorization, ADDRESS_MALFORMED",
        "http://127.0.0.1:1, secret, Authorization, DOCS_UNREACHABLE",
        "http://127.0.0.1:1, , Authorization, SECRET_EMPTY",
        "http://127.0.0.1:1, '  ', Authorization, SECRET_EMPTY",
        "http://127.0.0.1:1, secret, two words, HEADER_MALFORMED"
    })
    void tellsWhatIsWrongWithWhatWasTyped(String address, @Nullable String secret, String header, Problem problem) {
        assertRefused(wanted(address, secret, header, 0), problem);
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/html, <html>Welcome</html>, NOT_A_DOCS_SERVER",
        "404, text/html, <html>Not found</html>, NOT_A_DOCS_SERVER",
        "302, text/html, elsewhere, NOT_A_DOCS_SERVER",
        "200, application/json, {}, NOT_A_DOCS_SERVER",
        "200, application/json, '{\"error\":0}', NOT_A_DOCS_SERVER",
        "200, application/json, '{\"error\":3}', NOT_A_DOCS_SERVER",
        "200, application/json, '{\"error\":0,\"version\":\"9.3.1\"}', JWT_OFF",
        "503, text/html, <html>Later</html>, DOCS_UNREACHABLE"
    })
    void tellsWhatIsWrongWithTheServer(int status, String type, String body, Problem problem) throws Exception {
        try (StubAnswers stub = new StubAnswers(status, type, body)) {
            assertRefused(wanted(stub.address(), SECRET, "", 0), problem);
        }
    }

    @Test
    void tellsThatTheSecretIsAnother() {
        assertRefused(wanted(own.origin(), "another secret", "", 0), Problem.SECRET_REFUSED);
    }

    @Test
    void tellsThatTheServerReadsAnotherHeader() {
        assertRefused(wanted(own.origin(), own.secret(), "X-Other-Header", 0), Problem.SECRET_REFUSED);
    }

    @Test
    void tellsThatTheClocksDiffer() {
        own.advanceClock(Duration.ofMinutes(20));

        assertRefused(wanted(own.origin(), SECRET, "", 0), Problem.CLOCKS_DIFFER);
    }

    private void assertRefused(NewDocsSettings wanted, Problem problem) {
        assertThat(settings.save(ADA, wanted)).isEqualTo(new Refused(problem));
        assertThat(settings.of(ADA.company()).operatorDefault()).isTrue();
    }

    private static NewDocsSettings wanted(String address, @Nullable String secret, String header, long version) {
        return new NewDocsSettings(address, Optional.ofNullable(secret), header, CoEditing.STRICT, version);
    }
}
