package io.dealdocs.settings.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.dealdocs.access.CurrentMember;
import io.dealdocs.access.FramedSignIn;
import io.dealdocs.access.SignIn;
import io.dealdocs.panelhost.HostAddress;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.settings.CompanySettings;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.ui.Actions;
import io.dealdocs.ui.Background;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.ProductProperties;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.Skeleton;
import io.dealdocs.ui.SourceFooter;
import io.dealdocs.ui.StateCard;
import io.dealdocs.ui.Trouble;

/** The company's settings: a form for its admins, the state for everybody else. */
@Route("settings")
@AnonymousAllowed
class SettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 4;
    private final SignIn signIn;
    private final CompanySettings settings;
    private final Background background;
    private final ProductProperties product;
    private final Div content = new Div();

    SettingsView(SignIn signIn, CompanySettings settings, Background background, ProductProperties product) {
        this.signIn = signIn;
        this.settings = settings;
        this.background = background;
        this.product = product;
        addClassName("dd-page");
        content.addClassNames("dd-content", "dd-settings");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UI ui = event.getUI();
        HostAddress address = HostAddress.of(event.getLocation().getQueryParameters());
        PanelHost host = new PanelHost(address.hosted());
        host.fitContent();
        host.add(content);
        removeAll();
        add(host);
        content.add(new Skeleton(ROWS, getTranslation("settings.loading")));
        HostAddress.forgetToken(ui, event.getLocation());
        FramedSignIn person = new FramedSignIn(signIn, background, host, content, ui, member -> load(ui, member));
        if (address.token() == null && !address.hosted()) {
            person.startWithoutHost("/settings");
        } else {
            person.start(address.token());
        }
    }

    private void load(UI ui, CurrentMember member) {
        Sentences sentences = new Sentences(member.locale(), member.timeZone());
        background.run(
                ui,
                () -> settings.of(member.id().company()),
                found -> show(ui, member, sentences, found),
                trouble -> showTrouble(ui, member, sentences, trouble));
    }

    private void show(UI ui, CurrentMember member, Sentences sentences, DocsSettings found) {
        content.removeAll();
        content.add(new H1(getTranslation("settings.title")));
        if (member.admin()) {
            Paragraph company = new Paragraph(getTranslation("settings.for", member.companyName()));
            company.addClassName("dd-hint");
            content.add(company, form(ui, member, sentences, found));
        } else {
            content.add(new SettingsSummary(found));
        }
        content.add(new SourceFooter(product));
    }

    private SettingsForm form(UI ui, CurrentMember member, Sentences sentences, DocsSettings found) {
        SettingsForm[] form = new SettingsForm[1];
        form[0] = new SettingsForm(
                found, sentences, settings::offerSecret, entered -> save(ui, member, sentences, form[0], entered));
        return form[0];
    }

    private void save(UI ui, CurrentMember member, Sentences sentences, SettingsForm form, NewDocsSettings entered) {
        form.setBusy(true);
        background.run(
                ui,
                () -> settings.save(member.id(), entered),
                outcome -> {
                    form.setBusy(false);
                    told(ui, member, sentences, form, outcome);
                },
                trouble -> {
                    form.setBusy(false);
                    form.tell(sentences.of(trouble));
                });
    }

    private void told(UI ui, CurrentMember member, Sentences sentences, SettingsForm form, SaveOutcome outcome) {
        switch (outcome) {
            case SaveOutcome.Saved(String version) -> saved(ui, member, sentences, version);
            case SaveOutcome.Refused(SaveOutcome.Problem problem) -> form.refuse(problem);
        }
    }

    private void saved(UI ui, CurrentMember member, Sentences sentences, String version) {
        String sentence = getTranslation("settings.saved", version);
        background.run(
                ui,
                () -> settings.of(member.id().company()),
                found -> {
                    show(ui, member, sentences, found);
                    content.getChildren()
                            .filter(SettingsForm.class::isInstance)
                            .map(SettingsForm.class::cast)
                            .forEach(form -> form.confirm(sentence));
                },
                trouble -> showTrouble(ui, member, sentences, trouble));
    }

    private void showTrouble(UI ui, CurrentMember member, Sentences sentences, Trouble trouble) {
        content.removeAll();
        content.add(new StateCard(Icon.WARNING, getTranslation("settings.trouble"), sentences.of(trouble))
                .named("trouble")
                .with(Actions.retry(getTranslation("action.retry"), () -> load(ui, member))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.title");
    }
}
