package io.dealdocs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A sentence above the content that stays until it is closed or replaced; hidden while it has nothing to say. */
public final class Notice extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    public Notice() {
        Div box = getContent();
        box.addClassName("dd-notice");
        box.setTestId("notice");
        box.getElement().setAttribute("role", "alert");
        box.setVisible(false);
    }

    /** Says that something was not done, and offers ways out. */
    public void warn(String sentence, Component... waysOut) {
        Div box = getContent();
        Span text = new Span(sentence);
        text.addClassName("dd-notice-text");
        Button close = new Button("×", _ -> clear());
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        close.setAriaLabel(getTranslation("notice.close"));
        close.addClassName("dd-notice-close");
        Div ways = new Div(waysOut);
        ways.addClassName("dd-notice-ways");
        ways.setVisible(waysOut.length > 0);
        box.removeAll();
        box.add(Icon.WARNING.create(), text, close, ways);
        box.setVisible(true);
    }

    /** Says nothing any more. */
    public void clear() {
        getContent().removeAll();
        getContent().setVisible(false);
    }
}
