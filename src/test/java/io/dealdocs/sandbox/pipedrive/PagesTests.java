package io.dealdocs.sandbox.pipedrive;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person does in Pipedrive's own pages. */
class PagesTests extends BrowserFixture {
    @Test
    void opensTheModalFromTheMenuToo() {
        panel();
        find("deal-menu").locator("summary").click();
        find("deal-menu-modal").click();
        assertThat(frame("modal").url()).contains("selectedIds=1");
        find("app-modal-close").click();
        assertThat(find("app-modal")).hasCount(0);
    }

    @Test
    void tellsFramesAboutTheThemeAndRemembersIt() {
        Frame panel = panel();
        panel.evaluate("() => started");
        find("theme-toggle").click();
        panel.waitForFunction("() => events.some((event) => event.data.theme === 'dark')");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(panel().url()).contains("theme=dark");
    }

    @Test
    void preferencesReachFramesInOtherTabs() {
        Frame panel = panel();
        panel.evaluate("() => started");
        Page other = context.newPage();
        other.navigate(sandbox.acme() + "/settings/interface-preferences");
        other.getByTestId("theme-dark").check();
        panel.waitForFunction("() => events.some((event) => event.data.theme === 'dark')");
    }

    @Test
    void membersWithoutTheAppSeeNoPanel() {
        page.navigate(sandbox.acme() + "/login?as=1005&to=/deal/1");
        assertThat(find("signed-in")).hasText("Eve Moreau");
        assertThat(find("native-files-count")).hasText("27");
        assertThat(find("app-panel")).hasCount(0);
    }

    @Test
    void listOfFilesFollowsByItself() {
        page.navigate(sandbox.acme() + "/deal/5");
        assertThat(find("native-files-empty")).isVisible();
        sandbox.addFile(ACME, 5, Wire.BEN, "Neu & <gut>.docx", new byte[2048]);
        assertThat(find("native-files-rows")).containsText("Neu & <gut>.docx");
        assertThat(find("native-files-rows")).containsText("2 KB");
    }

    @Test
    void consentIsForTheCompanyThatTheBrowserLookedAtLast() {
        String authorize =
                sandbox.acme() + "/oauth/authorize?client_id=" + sandbox.app().clientId() + "&redirect_uri="
                        + Form.encode(sandbox.app().callbackUrl().toString());
        page.navigate(sandbox.globex() + "/login?as=1000");
        page.navigate(authorize);
        assertThat(find("consent-company")).hasValue(Long.toString(PipedriveSandbox.GLOBEX));
        find("consent-allow").click();
        page.waitForURL(app.origin() + "/**");
        assertThat(page.url()).contains("code=54322.1000.");
    }

    @Test
    void installsThroughTheConsentPageAndUninstallsAgain() throws Exception {
        sandbox.reset();
        sandbox.register(AppRegistration.at(app.origin()));
        sandbox.faults().set(Switch.IGNORES_INSTALLATION_URL, true);
        page.navigate(sandbox.acme() + "/marketplace/app/" + sandbox.app().clientId());
        Page consent = page.waitForPopup(() -> find("install-now").click());
        consent.getByTestId("consent-allow").click();
        consent.waitForURL(app.origin() + "/**");
        String code = Form.parse(consent.url().split("\\?", 2)[1]).required("code");
        var form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                sandbox.app().callbackUrl().toString());
        assertThat(new Wire(sandbox).token(form).statusCode()).isEqualTo(200);
        page.navigate(sandbox.acme() + "/settings/marketplace");
        find("app-menu").locator("summary").click();
        find("app-settings").click();
        assertThat(frame("settings").url()).contains("token=").doesNotContain("selectedIds");
        page.goBack();
        find("app-menu").locator("summary").click();
        find("app-uninstall").click();
        find("confirmation-ok").click();
        assertThat(find("uninstalled")).containsText("answered 200");
        assertThat(app.uninstalls.take().authorization()).startsWith("Basic ");
    }
}
