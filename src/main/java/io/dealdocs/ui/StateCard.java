package io.dealdocs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Says in the place of a page's content what state it is in and what to do next. */
public final class StateCard extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private final Div actions = new Div();

    public StateCard(Icon icon, String title, String text) {
        Div card = getContent();
        card.addClassName("dd-card");
        card.setTestId("state-card");
        card.getElement().setAttribute("role", "status");
        Div sign = new Div(icon.create());
        sign.addClassName("dd-card-sign");
        Paragraph words = new Paragraph(text);
        words.addClassName("dd-card-text");
        actions.addClassName("dd-card-actions");
        card.add(sign, new H2(title), words, actions);
    }

    /** Puts buttons or links under the text. */
    public StateCard with(Component... parts) {
        actions.add(parts);
        return this;
    }

    /** Names the state, for styles and for whoever looks for it. */
    public StateCard named(String state) {
        getContent().getElement().setAttribute("data-state", state);
        return this;
    }
}
