package io.dealdocs.settings.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.function.SerializableSupplier;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.Sentences;
import java.time.Instant;
import java.util.Optional;

/** The Docs server's secret: typed or generated, shown once while it is new, and never again once it is stored. */
final class SecretInput extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private final PasswordField field = new PasswordField();
    private final Div stored = new Div();
    private final Div entry = new Div();
    private final NewSecret fresh;
    private final SerializableSupplier<String> offer;

    SecretInput(DocsSettings settings, Sentences sentences, SerializableSupplier<String> offer) {
        this.offer = offer;
        fresh = new NewSecret();
        setUpField();
        Button generate = new Button(getTranslation("settings.secret.generate"), _ -> generate());
        generate.setId("generate-secret");
        entry.addClassName("dd-secret-entry");
        entry.add(field, generate);
        stored.addClassName("dd-secret-stored");
        settings.secretSetAt().ifPresent(at -> fillStored(sentences, settings, at));
        getContent().addClassName("dd-secret");
        getContent().add(stored, entry, fresh);
        showEntry(settings.secretSetAt().isEmpty());
    }

    private void setUpField() {
        field.setId("docs-secret");
        field.setLabel(getTranslation("settings.secret"));
        field.setHelperText(getTranslation("settings.secret.help"));
        field.setWidthFull();
        field.getElement().setAttribute("autocomplete", "new-password");
        field.addValueChangeListener(_ -> {
            field.setInvalid(false);
            fresh.hide();
        });
    }

    private void fillStored(Sentences sentences, DocsSettings settings, Instant at) {
        String by = settings.secretSetBy();
        Paragraph words = new Paragraph(
                by.isBlank()
                        ? getTranslation("settings.secret.set", sentences.moment(at))
                        : getTranslation("settings.secret.set.by", sentences.moment(at), by));
        Button replace = new Button(getTranslation("settings.secret.replace"), _ -> {
            showEntry(true);
            field.focus();
        });
        replace.setId("replace-secret");
        stored.add(Icon.LOCK.create(), words, replace);
    }

    private void showEntry(boolean shown) {
        entry.setVisible(shown);
        stored.setVisible(!shown);
    }

    private void generate() {
        String secret = offer.get();
        field.setValue(secret);
        field.setInvalid(false);
        fresh.show(secret);
    }

    /** The new secret, if one was entered. */
    Optional<String> read() {
        return Optional.of(field.getValue()).filter(secret -> entry.isVisible() && !secret.isEmpty());
    }

    /** Tells beside the field why its value was not taken. */
    void refuse(String sentence) {
        showEntry(true);
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }

    /** Takes the complaint back. */
    void accept() {
        field.setInvalid(false);
    }

    /** Keeps the header in the shown lines as the form has it. */
    void setHeader(String header) {
        fresh.setHeader(header);
    }
}
