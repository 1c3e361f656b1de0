package io.dealdocs.settings.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.Notice;
import io.dealdocs.ui.Sentences;
import java.util.Locale;

/** What an admin can set: the Docs server, its secret and header, and how people edit together. */
final class SettingsForm extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private final DocsSettings settings;
    private final TextField address = new TextField();
    private final TextField header = new TextField();
    private final SecretInput secret;
    private final RadioButtonGroup<DocsSettings.CoEditing> coEditing = new RadioButtonGroup<>();
    private final Button save = new Button();
    private final Notice notice = new Notice();
    private final Div progress = new Div();
    private final Div result = new Div();

    SettingsForm(
            DocsSettings settings,
            Sentences sentences,
            SerializableSupplier<String> offerSecret,
            SerializableConsumer<NewDocsSettings> saved) {
        this.settings = settings;
        secret = new SecretInput(settings, sentences, offerSecret);
        setUpAddress();
        setUpHeader();
        setUpCoEditing();
        setUpEnd(saved);
        getContent().addClassNames("dd-form", "dd-settings-form");
        getContent().add(notice, address, secret, header, coEditing, progress, result, save);
    }

    private void setUpAddress() {
        address.setId("docs-address");
        address.setLabel(getTranslation("settings.address"));
        address.setPlaceholder("https://docs.example.com/");
        address.setHelperText(
                getTranslation(settings.operatorDefault() ? "settings.address.help.default" : "settings.address.help"));
        address.setValue(settings.address());
        address.setWidthFull();
        address.addValueChangeListener(_ -> address.setInvalid(false));
    }

    private void setUpHeader() {
        header.setId("docs-header");
        header.setLabel(getTranslation("settings.header"));
        header.setHelperText(getTranslation("settings.header.help"));
        header.setValue(settings.header());
        header.setWidthFull();
        header.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        header.addValueChangeListener(_ -> {
            header.setInvalid(false);
            secret.setHeader(header.getValue());
        });
        secret.setHeader(settings.header());
    }

    private void setUpCoEditing() {
        coEditing.setId("co-editing");
        coEditing.addClassName("dd-modes");
        coEditing.setLabel(getTranslation("settings.coediting"));
        coEditing.setItems(DocsSettings.CoEditing.values());
        coEditing.setItemLabelGenerator(
                mode -> getTranslation("settings.coediting." + mode.name().toLowerCase(Locale.ROOT)));
        coEditing.setValue(settings.coEditing());
    }

    private void setUpEnd(SerializableConsumer<NewDocsSettings> saved) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        progress.add(new Span(getTranslation("settings.checking")), bar);
        progress.addClassName("dd-progress");
        progress.getElement().setAttribute("role", "status");
        progress.setVisible(false);
        result.setId("settings-result");
        result.addClassName("dd-result");
        result.getElement().setAttribute("role", "status");
        result.setVisible(false);
        save.setId("save-settings");
        save.setText(getTranslation("settings.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> saved.accept(read()));
    }

    private NewDocsSettings read() {
        return new NewDocsSettings(
                address.getValue().strip(),
                secret.read(),
                header.getValue().strip(),
                coEditing.getValue(),
                settings.version());
    }

    /** Shows that the Docs server is being asked. */
    void setBusy(boolean busy) {
        save.setEnabled(!busy);
        progress.setVisible(busy);
        if (busy) {
            notice.clear();
            result.setVisible(false);
            address.setInvalid(false);
            header.setInvalid(false);
            secret.accept();
        }
    }

    /** Shows that it works. */
    void confirm(String sentence) {
        result.removeAll();
        result.add(Icon.CHECK.create(), new Span(sentence));
        result.setVisible(true);
    }

    /** Shows beside the field it belongs to why nothing was saved. */
    void refuse(SaveOutcome.Problem problem) {
        String sentence = getTranslation("settings.problem." + problem.name());
        switch (problem.field()) {
            case ADDRESS -> complain(address, sentence);
            case HEADER -> complain(header, sentence);
            case SECRET -> secret.refuse(sentence);
            case NONE -> tell(sentence);
        }
    }

    /** Says above the form why nothing was saved. */
    void tell(String sentence) {
        notice.warn(sentence);
    }

    private static void complain(TextField field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        field.focus();
    }
}
