package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.dealdocs.documents.DealFile;
import io.dealdocs.shared.FileName;
import io.dealdocs.ui.Actions;
import io.dealdocs.ui.Trouble;

/** Asks for another name; hidden until somebody wants one. */
final class NameForm extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private final DetailsDeeds deeds;
    private final WaysOut waysOut;
    private final TextField title = new TextField();
    private final Span extension = new Span();

    NameForm(DetailsDeeds deeds, WaysOut waysOut) {
        this.deeds = deeds;
        this.waysOut = waysOut;
        title.setId("new-name");
        title.setLabel(getTranslation("details.name"));
        title.setAutoselect(true);
        title.setWidthFull();
        title.setSuffixComponent(extension);
        title.addValueChangeListener(_ -> title.setInvalid(false));
        title.addKeyDownListener(Key.ESCAPE, _ -> getContent().setVisible(false));
        getContent().addClassName("dd-form");
        getContent().setVisible(false);
    }

    /** Asks for another name of a file. */
    void ask(DealFile file) {
        FileName name = FileName.of(file.name());
        title.setValue(name.title());
        extension.setText(name.extension());
        Div bar = new Div(
                Actions.other(
                        getTranslation("action.cancel"), () -> getContent().setVisible(false)),
                Actions.primary(getTranslation("details.rename.ok"), () -> submit(file)));
        bar.addClassName("dd-form-bar");
        getContent().removeAll();
        getContent().add(title, bar);
        getContent().setVisible(true);
        title.focus();
    }

    private void submit(DealFile file) {
        deeds.rename(file, title.getValue(), _ -> getContent().setVisible(false), this::refuse);
    }

    private void refuse(Trouble trouble) {
        title.setErrorMessage(waysOut.sentences().of(trouble));
        title.setInvalid(true);
        title.focus();
    }
}
