package io.dealdocs.settings.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;

/** Shows a generated secret once, ready to be copied, with the lines that belong into the Docs server's configuration. */
final class NewSecret extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final String LINES = """
            "services": { "CoAuthoring": {
              "secret": {
                "inbox":   { "string": "{secret}" },
                "outbox":  { "string": "{secret}" },
                "session": { "string": "{secret}" } },
              "token": {
                "enable": { "browser": true, "request": { "inbox": true, "outbox": true } },
                "inbox":  { "header": "{header}" },
                "outbox": { "header": "{header}" } } } }""";

    private final Code secret = new Code();
    private final Pre lines = new Pre();
    private String header = "Authorization";

    NewSecret() {
        secret.setId("new-secret");
        lines.setId("docs-lines");
        lines.addClassName("dd-lines");
        Button copy = new Button(getTranslation("settings.secret.copy"));
        copy.setId("copy-secret");
        copy.addClickListener(_ -> {
            var _ = copy.getElement()
                    .executeJs(
                            "const done = $1; navigator.clipboard?.writeText($0).then(() => { this.textContent = done; })",
                            secret.getText(),
                            getTranslation("settings.secret.copied"));
        });
        Div value = new Div(secret, copy);
        value.addClassName("dd-new-secret-value");
        getContent().addClassName("dd-new-secret");
        getContent()
                .add(
                        new Paragraph(getTranslation("settings.secret.once")),
                        value,
                        new Paragraph(getTranslation("settings.secret.lines")),
                        lines);
        hide();
    }

    void show(String value) {
        secret.setText(value);
        fill();
        getContent().setVisible(true);
    }

    void setHeader(String name) {
        header = name;
        fill();
    }

    private void fill() {
        lines.setText(LINES.replace("{secret}", secret.getText()).replace("{header}", header));
    }

    void hide() {
        secret.setText("");
        lines.setText("");
        getContent().setVisible(false);
    }
}
