package io.dealdocs.settings.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import io.dealdocs.access.SignIn;
import io.dealdocs.settings.CompanySettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.FakeSignIn;
import io.dealdocs.ui.TestPages;
import io.dealdocs.ui.TestWindow;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People look at, and admins change, their company's settings. */
class SettingsUseCaseTests {

    private static final String HOSTED = "settings?id=frame-3&token=";

    private final FakeSignIn signIn = new FakeSignIn();
    private final FakeCompanySettings settings = new FakeCompanySettings();
    private final TestPages pages = new TestPages(SettingsView.class, beans -> {
        beans.registerBean(SignIn.class, () -> signIn);
        beans.registerBean(CompanySettings.class, () -> settings);
    });

    @AfterEach
    void close() {
        pages.close();
    }

    private TestWindow open(String query) {
        return pages.window().open(query);
    }

    private static TextField text(TestWindow window, String id) {
        return window.find(TextField.class).withId(id).single();
    }

    private static void click(TestWindow window, String id) {
        window.context().test(window.find(Button.class).withId(id).single()).click();
        window.settle();
    }

    private static void save(TestWindow window, String address) {
        window.context().test(text(window, "docs-address")).setValue(address);
        click(window, "save-settings");
    }

    @Test
    void savesAndSaysWhichDocsServerAnswered() {
        TestWindow window = open(HOSTED + "ada");
        assertThat(window.text()).contains("For everybody at Acme");

        click(window, "generate-secret");
        save(window, " https://docs.acme.test/ ");

        assertThat(settings.saved).singleElement().satisfies(saved -> {
            assertThat(saved.address()).isEqualTo("https://docs.acme.test/");
            assertThat(saved.secret()).contains(FakeCompanySettings.SECRET);
            assertThat(saved.header()).isEqualTo("Authorization");
            assertThat(saved.version()).isEqualTo(1);
        });
        assertThat(window.text()).contains("Connected: ONLYOFFICE Docs 9.3.1");
    }

    @Test
    void showsANewSecretOnceWithTheLinesForTheDocsServer() {
        TestWindow window = open(HOSTED + "ada");
        window.context().test(text(window, "docs-header")).setValue("X-Docs");

        click(window, "generate-secret");
        assertThat(window.text())
                .contains("shown only now", FakeCompanySettings.SECRET, "\"inbox\":   { \"string\": \"q3Xo", "X-Docs");
        save(window, "https://docs.acme.test/");

        assertThat(window.text())
                .doesNotContain(FakeCompanySettings.SECRET)
                .contains("A secret is set since November 24, 2026", "by Ada Lee");
        assertThat(window.find(PasswordField.class).exists()).isFalse();
    }

    @Test
    void keepsAStoredSecretWhereNoneIsEntered() {
        settings.hasASecret();
        TestWindow window = open(HOSTED + "ada");
        assertThat(window.text()).contains("by Cy Doe");

        save(window, "https://other.acme.test/");

        assertThat(settings.saved.getLast().secret()).isEqualTo(Optional.empty());
    }

    @Test
    void replacesAStoredSecretOnDemand() {
        settings.hasASecret();
        TestWindow window = open(HOSTED + "ada");

        click(window, "replace-secret");
        window.context().test(window.find(PasswordField.class).single()).setValue("mine");
        click(window, "save-settings");

        assertThat(settings.saved.getLast().secret()).contains("mine");
    }

    @Test
    void tellsAProblemAtTheFieldItBelongsTo() {
        TestWindow window = open(HOSTED + "ada");

        assertThat(complaint(window, SaveOutcome.Problem.ADDRESS_NEEDS_HTTPS, text(window, "docs-address")))
                .isEqualTo("The address has to begin with https://");
        assertThat(complaint(window, SaveOutcome.Problem.HEADER_MALFORMED, text(window, "docs-header")))
                .contains("letters, digits and hyphens");
        assertThat(complaint(
                        window,
                        SaveOutcome.Problem.JWT_OFF,
                        window.find(PasswordField.class).single()))
                .contains("Switch JWT on");
        settings.problem = SaveOutcome.Problem.CHANGED_MEANWHILE;
        click(window, "save-settings");
        assertThat(window.text()).contains("Somebody else saved the settings meanwhile");
    }

    private String complaint(TestWindow window, SaveOutcome.Problem problem, TextFieldBase<?, ?> field) {
        settings.problem = problem;
        click(window, "save-settings");
        assertThat(field.isInvalid()).isTrue();
        return field.getErrorMessage();
    }

    @Test
    void tellsARefusalAboveTheForm() {
        settings.refusal = new Refusal(Refusal.Reason.ADMINS_ONLY);
        TestWindow window = open(HOSTED + "ada");

        save(window, "https://docs.acme.test/");

        assertThat(window.text()).contains("Only administrators of your Pipedrive account may do this.");
        assertThat(window.find(Button.class).withId("save-settings").single().isEnabled())
                .isTrue();
    }

    @Test
    void showsOthersTheStateWhomToAskAndNoInput() {
        settings.hasASecret();

        TestWindow window = open(HOSTED + "ben");

        assertThat(window.text())
                .contains("Os documentos estão prontos para uso", "administradores")
                .doesNotContain("docs.acme.test", "Cy Doe");
        assertThat(window.find(TextField.class).exists()).isFalse();
        assertThat(window.find(PasswordField.class).exists()).isFalse();
        assertThat(window.find(Button.class).exists()).isFalse();
    }

    @Test
    void asksTheHostForAFreshToken() {
        TestWindow window = open(HOSTED + "old");

        window.answer("signedToken", "ada");

        assertThat(window.find(TextField.class).withId("docs-address").exists()).isTrue();
    }

    @Test
    void servesASignedInAdminWithoutAHost() {
        TestWindow stranger = open("settings");
        assertThat(stranger.text()).contains("Sign in with Pipedrive");

        signIn.signedIn(FakeSignIn.ADA);

        assertThat(open("settings").find(TextField.class).withId("docs-address").exists())
                .isTrue();
    }

    @Test
    void namesLicenceAndSource() {
        TestWindow window = open(HOSTED + "ben");

        assertThat(window.text()).contains("AGPL-3.0");
        Anchor source = window.find(Anchor.class).withId("source").single();
        assertThat(source.getHref()).isEqualTo("https://source.example/");
    }
}
