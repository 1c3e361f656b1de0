package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.access.SignIn;
import io.dealdocs.access.SignIn.Outcome;
import io.dealdocs.installation.Members;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.MemberId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connecting a member: from the start of ours through Pipedrive's consent page and back. */
class ConsentTests extends WholeApplication {

    private static final MemberId CLEO = MemberId.of(PipedriveSandbox.ACME, 1003);
    private static final String RETURN = "/login/oauth2/code/pipedrive";
    private static final String DOCUMENT = "/documents/6f1c1f5e-3d3a-4a52-9d55-0a4d2b1c7e11";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Members members;

    @Autowired
    private SignIn signIn;

    private final Visitor browser = new Visitor(app());

    @BeforeEach
    void start() {
        pipedrive().uninstall(PipedriveSandbox.ACME, 1003);
    }

    @AfterEach
    void clear() {
        pipedrive().faults().clear();
    }

    @Test
    void asksPipedriveWithTheThreeDocumentedParametersOnly() {
        String asked = browser.led(SignIn.CONNECT_PATH);

        assertThat(asked).startsWith(pipedrive().acme() + "/oauth/authorize?");
        Map<String, String> query = Visitor.query(asked);
        assertThat(query).containsOnlyKeys("client_id", "redirect_uri", "state");
        assertThat(query).containsEntry("client_id", "sandbox-client-id").containsEntry("redirect_uri", app() + RETURN);
        assertThat(query.get("state")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(new Visitor(app()).get(asked).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheTokensEncryptedUnderCompanyAndUser() {
        Consent.give(app(), pipedrive(), PipedriveSandbox.ACME, 1003);

        String token = members.ask(CLEO, access -> access.accessToken().reveal());
        Map<String, @Nullable Object> row = jdbc.sql(
                        "select * from member_token where company_id = 54321 and user_id = 1003")
                .query()
                .singleRow();
        assertThat(token).startsWith("v1u:");
        assertThat(text(row.get("access_token")))
                .hasSizeGreaterThan(token.length())
                .doesNotContain(token, "v1u:");
        assertThat(text(row.get("refresh_token"))).hasSizeGreaterThan(40).doesNotContain("54321:1003");
        assertThat(row.toString()).doesNotContain(token);
        assertThat(members.find(CLEO).orElseThrow().name()).isEqualTo("Cleo Aalto");
    }

    @ParameterizedTest
    @CsvSource({"54321,1003", "54322,1000"})
    void leadsToTheAppsSettingsInTheMembersOwnCompany(long company, long user) {
        String origin = company == PipedriveSandbox.ACME
                ? pipedrive().acme().toString()
                : pipedrive().globex().toString();

        assertThat(Consent.give(app(), pipedrive(), company, user))
                .isEqualTo(origin + "/settings/marketplace/app/sandbox-client-id/app-settings");
    }

    @Test
    void aStartFromTheMarketplaceWithoutStateBeginsAgainAtOurs() {
        String again = browser.led(RETURN + "?code=" + code());

        assertThat(again).isEqualTo(app() + SignIn.CONNECT_PATH);
        assertThat(members.connectedOf(CLEO.company()))
                .extracting(it -> it.id())
                .doesNotContain(CLEO);
        String state = Visitor.query(browser.led(again)).get("state");
        assertThat(browser.led(RETURN + "?code=" + code() + "&state=" + state)).endsWith("/app-settings");
        assertThat(members.connectedOf(CLEO.company()))
                .extracting(it -> it.id())
                .contains(CLEO);
    }

    @Test
    void refusesAStateThatIsNotThisBrowsers() {
        String foreign = new Visitor(app()).begin("");
        browser.begin("");

        assertThat(browser.led(RETURN + "?code=" + code() + "&state=" + foreign))
                .isEqualTo(failed());
        assertThat(browser.led(RETURN + "?code=" + code() + "&state=invented")).isEqualTo(failed());
        assertThat(members.connectedOf(CLEO.company()))
                .extracting(it -> it.id())
                .doesNotContain(CLEO);
    }

    @Test
    void takesAStateOnce() {
        String state = browser.begin("");
        browser.led(RETURN + "?code=" + code() + "&state=" + state);

        assertThat(browser.led(RETURN + "?code=" + code() + "&state=" + state)).isEqualTo(failed());
    }

    @Test
    void saysSoWhenPipedriveDoesNotConfirm() {
        assertThat(browser.led(RETURN + "?code=invented&state=" + browser.begin("")))
                .isEqualTo(failed());
        pipedrive().faults().failNext("GET /users/me", 403, 1);
        assertThat(browser.led(RETURN + "?code=" + code() + "&state=" + browser.begin("")))
                .isEqualTo(failed());
    }

    @ParameterizedTest
    @CsvSource({"user_denied,true", "user_denied,false", "access_denied,true", "access_denied,false"})
    void cancelLeadsToItsOwnPage(String error, boolean withState) {
        String state = browser.begin("");

        assertThat(browser.led(RETURN + "?error=" + error + (withState ? "&state=" + state : "")))
                .isEqualTo(app() + "/connect?reason=cancelled");
        assertThat(browser.get("/connect?reason=cancelled").statusCode()).isEqualTo(200);
    }

    @Test
    void aConsentThatLacksAScopeMustBeGivenAgain() {
        pipedrive().faults().dropScope("deals:full");
        Consent.give(app(), pipedrive(), PipedriveSandbox.ACME, 1003);

        assertThat(panel()).isInstanceOf(Outcome.Reconnect.class);

        pipedrive().faults().clear();
        Consent.give(app(), pipedrive(), PipedriveSandbox.ACME, 1003);
        assertThat(panel()).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void severalTabsSignInAtOnceAndEachFindsItsOwnWay() {
        String first = browser.begin("?continue=" + DOCUMENT);
        String second = browser.begin("?continue=/");
        String third = browser.begin("");

        assertThat(browser.led(RETURN + "?code=" + code() + "&state=" + second)).isEqualTo(app() + "/");
        assertThat(browser.led(RETURN + "?code=" + code() + "&state=" + first)).isEqualTo(app() + DOCUMENT);
        assertThat(browser.led(RETURN + "?code=" + code() + "&state=" + third)).endsWith("/app-settings");
    }

    @Test
    void aBrowserThatBeginsWithoutEndKeepsTheLatestOnly() {
        String oldest = browser.begin("");
        for (int i = 0; i < 20; i++) {
            browser.begin("");
        }
        String latest = browser.begin("");

        assertThat(browser.led(RETURN + "?code=" + code() + "&state=" + oldest)).isEqualTo(failed());
        assertThat(browser.led(RETURN + "?code=" + code() + "&state=" + latest)).endsWith("/app-settings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/documents/../../evil.example",
                "/documents/6f1c1f5e-3d3a-4a52-9d55-0a4d2b1c7e11@evil.example",
                "/documents/6f1c1f5e-3d3a-4a52-9d55-0a4d2b1c7e11?ticket=foreign",
                "/documents/6f1c1f5e-3d3a-4a52-9d55-0a4d2b1c7e11\r\nX-Injected: 1",
                ".evil.example",
                "@evil.example",
                "javascript:alert(1)",
                "/oauth2/authorization/pipedrive",
                "/connect"
            })
    void leadsOnToOurOwnPagesOnly(String wanted) {
        String state = browser.begin("?continue=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));

        assertThat(browser.led(RETURN + "?code=" + code() + "&state=" + state))
                .isEqualTo(pipedrive().acme() + "/settings/marketplace/app/sandbox-client-id/app-settings");
    }

    private Outcome panel() {
        return signIn.byPanelToken(pipedrive().frameToken(PipedriveSandbox.ACME, 1003));
    }

    private static String code() {
        return pipedrive().authorizationCode(PipedriveSandbox.ACME, 1003);
    }

    private static String failed() {
        return app() + "/connect?reason=failed";
    }

    private static String text(@Nullable Object bytes) {
        return new String((byte[]) Objects.requireNonNull(bytes), StandardCharsets.ISO_8859_1);
    }
}
