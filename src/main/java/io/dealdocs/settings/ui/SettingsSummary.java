package io.dealdocs.settings.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.StateCard;

/** What a member without an admin's rights sees: whether documents can be opened, and whom to ask. */
final class SettingsSummary extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    SettingsSummary(DocsSettings settings) {
        boolean own = !settings.address().isBlank() && settings.secretSetAt().isPresent();
        boolean ready = own || settings.operatorDefault();
        String state = ready ? "settings.member.ready" : "settings.member.missing";
        getContent()
                .add(new StateCard(
                                ready ? Icon.CHECK : Icon.WARNING,
                                getTranslation(state),
                                getTranslation("settings.member.ask"))
                        .named(ready ? "settings-ready" : "settings-missing"));
    }
}
