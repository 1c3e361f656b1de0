package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every page tells the browser about itself, and which addresses answer at all. */
class PageHeaderTests extends WholeApplication {

    private static final String DOCUMENT = "0d7c9b1e-52a4-4a0e-8f57-9f6f1c0b7a11";
    private static final Pattern SCRIPT = Pattern.compile("<script\\b[^>]*>");

    @Autowired
    private JdbcClient jdbc;

    @LocalManagementPort
    private int management;

    private final Visitor browser = new Visitor(app());

    @BeforeEach
    void aDocument() {
        Consent.give(app(), pipedrive(), PipedriveSandbox.ACME, 1001);
        jdbc.sql("""
                insert into document (id, company_id, subject_kind, subject_id, name, created_by, created_at)
                values (:id, 54321, 'DEAL', 7, 'Headers.docx', 1001, now()) on conflict do nothing
                """).param("id", UUID.fromString(DOCUMENT)).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/panel", "/create", "/settings", "/panel?resource=deal&selectedIds=1&token=forged&id=x"})
    void framedPagesMayBeFramedByPipedriveOnly(String page) {
        HttpResponse<String> answer = guarded(page);

        assertThat(policy(answer))
                .containsEntry(
                        "frame-ancestors",
                        pipedrive().acme() + " " + pipedrive().globex())
                .containsEntry("frame-src", "'self'");
        assertThat(cookie(answer)).contains("; Secure", "; HttpOnly", "; SameSite=None", "; Partitioned");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/connect",
                "/connect?reason=cancelled",
                "/documents/" + DOCUMENT,
                "/documents/00000000-0000-4000-8000-000000000000",
                "/documents/no-id",
                "/panel/",
                "/panel/deeper"
            })
    void allOtherPagesMayBeFramedByNobody(String page) {
        assertThat(policy(guarded(page))).containsEntry("frame-ancestors", "'none'");
    }

    @Test
    void onlyAKnownDocumentsPageMayFrameItsDocsServer() {
        assertThat(policy(browser.get("/documents/" + DOCUMENT)))
                .containsEntry("frame-src", "'self' " + docs().origin());
        for (String other : new String[] {"/", "/panel", "/documents/00000000-0000-4000-8000-000000000000"}) {
            assertThat(browser.get(other).headers().toString()).doesNotContain(docs().origin());
        }
    }

    @Test
    void everyAnswerHasANonceOfItsOwnThatItsScriptsCarry() {
        HttpResponse<String> first = browser.get("/panel");
        HttpResponse<String> second = browser.get("/panel");

        assertThat(nonce(first)).hasSizeGreaterThanOrEqualTo(22).isNotEqualTo(nonce(second));
        Matcher scripts = SCRIPT.matcher(first.body());
        int seen = 0;
        while (scripts.find()) {
            assertThat(scripts.group()).contains("nonce=\"" + nonce(first) + "\"");
            seen++;
        }
        assertThat(seen).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/health", "/prometheus", "/info", "/env", "/heapdump"})
    void nothingOfTheManagementIsOnThePublicPort(String endpoint) {
        assertThat(guarded("/actuator" + endpoint).body())
                .contains("<html")
                .doesNotContain("\"status\"", "jvm_memory", "_links", "propertySources");
    }

    @Test
    void theManagementPortTellsHealthAndFiguresAndNothingElse() {
        String port = "http://localhost:" + management + "/actuator";

        assertThat(browser.get(port + "/health").body()).contains("\"UP\"");
        assertThat(browser.get(port + "/prometheus").body()).contains("jvm_memory");
        assertThat(browser.get(port + "/env").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nonsense", "/documents", "/documents/a/b", "/login", "/logout"})
    void anUnknownAddressIsAPageThatNobodyMayFrame(String address) {
        assertThat(policy(guarded(address))).containsEntry("frame-ancestors", "'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/nonsense",
                "/downloads/nonsense",
                "/error",
                "/oauth2/authorization/other",
                "/panel/../nonsense",
                "/%2e%2e/x",
                "/a;b=c",
                "/%00"
            })
    void aMisshapenAddressTellsNothingOfOurs(String address) {
        HttpResponse<String> answer = browser.get(address);

        assertThat(answer.body()).doesNotContain("Exception", "io.dealdocs", "org.springframework");
    }

    private HttpResponse<String> guarded(String page) {
        HttpResponse<String> answer = browser.get(page);
        assertThat(answer.headers().firstValue("x-frame-options")).isEmpty();
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(answer.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(policy(answer))
                .containsEntry("default-src", "'self'")
                .containsEntry("object-src", "'none'")
                .containsEntry("base-uri", "'self'")
                .containsEntry("form-action", "'self'");
        assertThat(policy(answer).get("script-src")).doesNotContain("unsafe-inline", "http:", "https:", "*");
        return answer;
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("set-cookie").orElse("");
    }

    private static String nonce(HttpResponse<String> answer) {
        String source = policy(answer).getOrDefault("script-src", "");
        Matcher nonce = Pattern.compile("'nonce-([^']+)'").matcher(source);
        return nonce.find() ? nonce.group(1) : "";
    }

    private static Map<String, String> policy(HttpResponse<String> answer) {
        Map<String, String> directives = new HashMap<>();
        for (String directive : answer.headers()
                .firstValue("content-security-policy")
                .orElse("")
                .split(";", -1)) {
            String[] parts = directive.strip().split(" ", 2);
            directives.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
        return directives;
    }
}
