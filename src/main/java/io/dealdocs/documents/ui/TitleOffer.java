package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;

/** Says under a title that a file has that name already, and offers one that is free; never stands in the way. */
final class TitleOffer extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final SerializableConsumer<String> take;

    TitleOffer(SerializableConsumer<String> take) {
        this.take = take;
        getContent().addClassName("dd-title-offer");
        getContent().setId("title-offer");
        getContent().getElement().setAttribute("role", "status");
        clear();
    }

    /** Offers a free title in the place of one that a file has. */
    void show(String taken, String free) {
        Span text = new Span(getTranslation("create.taken", taken));
        text.addClassName("dd-title-offer-text");
        Button use = new Button(getTranslation("create.taken.use", free), _ -> take.accept(free));
        use.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        use.setTestId("use-free-title");
        getContent().removeAll();
        getContent().add(text, use);
        getContent().setVisible(true);
    }

    void clear() {
        getContent().removeAll();
        getContent().setVisible(false);
    }
}
