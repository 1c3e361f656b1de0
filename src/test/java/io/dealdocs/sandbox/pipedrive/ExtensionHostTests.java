package io.dealdocs.sandbox.pipedrive;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Frame;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages host the real App Extensions SDK in a frame of another site. */
class ExtensionHostTests extends BrowserFixture {
    private String height() {
        return (String) find("panel-frame").evaluate("element => element.style.height");
    }

    @Test
    void framesThePanelWithWhatPipedriveTellsIt() {
        Form query = Form.parse(panel().url().split("\\?", 2)[1]);
        assertThat(query.values())
                .containsEntry("resource", "deal")
                .containsEntry("view", "details")
                .containsEntry("selectedIds", "1")
                .containsEntry("userId", "1001")
                .containsEntry("companyId", "54321")
                .containsEntry("theme", "light")
                .containsKeys("token", "id");
        assertThat(find("panel-frame")).hasAttribute("sandbox", "allow-scripts allow-same-origin allow-popups");
        assertThat(height()).isEqualTo("300px");
    }

    @Test
    void answersEveryInitialize() {
        Object done = panel().evaluate("""
                async () => { await started; await sdk.initialize({ size: { height: 400 } });
                  await new AppExtensionsSDK().initialize(); return 'done'; }""");
        assertThat(done).isEqualTo("done");
        assertThat(height()).isEqualTo("400px");
    }

    @Test
    void ignoresSizesOutOfBoundsButAnswers() {
        Frame panel = panel();
        panel.evaluate("async () => { await started; await sdk.execute('resize', { height: 750 }); }");
        assertThat(height()).isEqualTo("750px");
        for (int wrong : new int[] {99, 751}) {
            panel.evaluate("async (height) => { await sdk.execute('resize', { height }); }", wrong);
            assertThat(height()).isEqualTo("750px");
        }
        panel.evaluate("async () => { await sdk.execute('resize', { height: 100, width: 900 }); }");
        assertThat(height()).isEqualTo("100px");
        assertThat(find("panel-frame").evaluate("element => element.style.width"))
                .isEqualTo("");
    }

    @Test
    void showsASnackbarWithItsLink() {
        panel().evaluate("""
                async () => { await started; await sdk.execute('show_snackbar',
                  { message: '<b>Saved</b>', link: { url: 'https://example.com/', label: 'Open' } }); }""");
        assertThat(find("snackbar")).containsText("<b>Saved</b>");
        assertThat(find("snackbar-link")).hasText("Open");
        assertThat(find("snackbar-link")).hasAttribute("href", "https://example.com/");
    }

    @Test
    void asksForConfirmation() {
        Frame panel = panel();
        String ask = """
                async () => { await started; window.answer = sdk.execute('show_confirmation',
                  { title: 'Delete?', description: 'For ever', okText: 'Yes', okColor: 'primary' }); }""";
        for (boolean confirmed : new boolean[] {true, false}) {
            panel.evaluate(ask.replace("window.answer =", "window.answer = null; window.pending ="));
            assertThat(find("confirmation-title")).hasText("Delete?");
            assertThat(find("confirmation-ok")).hasText("Yes");
            find(confirmed ? "confirmation-ok" : "confirmation-cancel").click();
            assertThat(panel.evaluate("() => pending")).isEqualTo(Map.of("confirmed", confirmed));
        }
    }

    @Test
    void opensAndClosesTheModalWithInheritedContext() {
        Frame panel = panel();
        panel.evaluate("""
                async () => { await started; window.pending = sdk.execute('open_modal',
                  { type: 'custom_modal', action_id: 'create-document', data: { format: 'docx' } }); }""");
        Frame modal = frame("modal");
        Form query = Form.parse(modal.url().split("\\?", 2)[1]);
        assertThat(query.values())
                .containsEntry("selectedIds", "1")
                .containsEntry("resource", "deal")
                .containsEntry("data", "{\"format\":\"docx\"}");
        assertThat(query.required("id"))
                .isNotEqualTo(Form.parse(panel.url().split("\\?", 2)[1]).required("id"));
        assertThat(find("modal-frame").evaluate("element => element.style.width"))
                .isEqualTo("622px");
        modal.evaluate("async () => { await started; window.pending = sdk.execute('close_modal'); }");
        assertThat(panel.evaluate("() => pending")).isEqualTo(Map.of("status", "closed"));
        assertThat(find("app-modal")).hasCount(0);
        panel.waitForFunction("() => events.some((event) => event.name === 'close_custom_modal')");
    }

    @Test
    void refusesAModalThatIsNotRegistered() {
        Frame panel = panel();
        assertThatThrownBy(() -> panel.evaluate("""
                async () => { await started; await sdk.execute('open_modal', { type: 'custom_modal', action_id: 'x' }); }""")).hasMessageContaining("no modal of this id");
        assertThat(find("app-modal")).hasCount(0);
    }

    @Test
    void handsOutAFreshTokenThatVerifies() throws Exception {
        Frame panel = panel();
        sandbox.clock().plus(Duration.ofMinutes(6));
        var answer =
                panel.evaluate("async () => { await started; return (await sdk.execute('get_signed_token')).token; }");
        SignedJWT token = SignedJWT.parse((String) answer);
        assertThat(token.verify(new MACVerifier(sandbox.app().extensionSecret())))
                .isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("HS256");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getLongClaim("userId")).isEqualTo(1001);
        assertThat(claims.getLongClaim("companyId")).isEqualTo(ACME);
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(claims.getExpirationTime().toInstant())
                .isAfter(sandbox.clock().instant());
    }

    @Test
    void tellsThePanelThatItWasCollapsed() {
        Frame panel = panel();
        panel.evaluate("() => started");
        find("panel-collapse").click();
        panel.waitForFunction("() => events.some((event) => event.name === 'visibility' && !event.data.is_visible)");
        assertThat(find("panel-body")).isHidden();
        find("panel-collapse").click();
        panel.waitForFunction("() => events.some((event) => event.name === 'visibility' && event.data.is_visible)");
    }

    @Test
    void reloadingThePanelGivesItANewIdAndToken() {
        panel();
        String before = (String) find("panel-frame").evaluate("element => element.src");
        find("panel-reload").click();
        page.waitForFunction(
                "before => { const frame = document.querySelector('[data-testid=panel-frame][data-ready]');"
                        + " return frame && frame.src !== before; }",
                before);
        String after = (String) find("panel-frame").evaluate("element => element.src");
        assertThat(Form.parse(after).get("id")).isNotEqualTo(Form.parse(before).get("id"));
    }

    @Test
    void ignoresTheIdOfAFrameInAnotherWindow() {
        Frame panel = panel();
        panel.evaluate("""
                async () => { await started; window.heard = [];
                  const thief = document.createElement('iframe');
                  thief.srcdoc = '<p>thief';
                  await new Promise((resolve) => { thief.onload = resolve; document.body.append(thief); });
                  const { port1, port2 } = new MessageChannel();
                  port1.onmessage = ({ data }) => heard.push(data);
                  const send = thief.contentWindow.Function('message', 'port', 'top.postMessage(message, "*", [port])');
                  send({ id: sdk.identifier, payload: { type: 'command', command: 'resize', args: { height: 600 } } }, port2);
                  await sdk.execute('get_metadata'); }""");
        assertThat(height()).isEqualTo("300px");
        assertThat(panel.evaluate("() => heard")).isEqualTo(List.of());
    }

    @Test
    void frameWithoutInitializeIsReplaced() {
        AppRegistration ordinary = AppRegistration.at(app.origin());
        sandbox.register(ordinary.withFrames(
                app.origin().resolve("/silent"), ordinary.settingsUrl(), ordinary.createModalUrl()));
        sandbox.faults().frameTimeout(Duration.ofMillis(300));
        page.navigate(sandbox.acme() + "/deal/1");
        assertThat(find("frame-failed")).containsText("Something went wrong");
        assertThat(find("panel-frame")).hasCount(0);
    }

    @Test
    void frameThatGetsNoAnswerIsReplacedToo() {
        sandbox.faults().frameStaysSilent(true);
        sandbox.faults().frameTimeout(Duration.ofMillis(800));
        page.navigate(sandbox.acme() + "/deal/1");
        assertThat(find("frame-failed")).containsText("Something went wrong");
    }
}
