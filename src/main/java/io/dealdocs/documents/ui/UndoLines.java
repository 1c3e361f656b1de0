package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import io.dealdocs.ui.Sentences;

/** What was just deleted, with a button that takes it back as long as that can be done. */
final class UndoLines extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final PanelDesk desk;
    private final UI ui;
    private final Sentences sentences;
    private final SerializableConsumer<PanelDesk.Deleted> undo;

    UndoLines(PanelDesk desk, UI ui, Sentences sentences, SerializableConsumer<PanelDesk.Deleted> undo) {
        this.desk = desk;
        this.ui = ui;
        this.sentences = sentences;
        this.undo = undo;
        getContent().addClassName("dd-undo-lines");
        getContent().getElement().setAttribute("role", "status");
    }

    /** Shows that a file was deleted, until the time to take it back is over. */
    void show(PanelDesk.Deleted deleted) {
        Div line = new Div();
        line.addClassName("dd-undo");
        line.setTestId("deleted-line");
        Span text = new Span(sentences.text("panel.deleted", deleted.file().name()));
        text.addClassName("dd-undo-text");
        Button button = new Button(sentences.text("panel.undo"), _ -> {
            line.removeFromParent();
            undo.accept(deleted);
        });
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setTestId("undo");
        line.add(text, button);
        getContent().add(line);
        desk.background().later(ui, desk.undoTime(), line::removeFromParent);
    }
}
