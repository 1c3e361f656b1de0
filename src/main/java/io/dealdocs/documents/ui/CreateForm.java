package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiConsumer;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.TakenNames;
import io.dealdocs.panelhost.PanelHost;
import io.dealdocs.shared.Refusal;
import io.dealdocs.ui.Notice;
import io.dealdocs.ui.Trouble;
import java.util.Set;

/** Asks for the title and kind of a new document. */
final class CreateForm extends Composite<Div> {

    /** Names the tab that a click on the button opens. */
    static final String TAB = "created-document";

    private static final long serialVersionUID = 1L;
    private static final String BUTTON = "create-document";
    private static final Set<Refusal.Reason> ABOUT_THE_NAME =
            Set.of(Refusal.Reason.NAME_EMPTY, Refusal.Reason.NAME_TOO_LONG, Refusal.Reason.NAME_FORBIDDEN);

    private final TextField title = new TextField();
    private final KindTiles kind = new KindTiles();
    private final Button create = new Button();
    private final Notice notice = new Notice();
    private final SerializableBiConsumer<DocumentKind, String> order;
    private final Span extension = new Span();
    private final TitleOffer offer;
    private TakenNames taken = TakenNames.NONE;

    CreateForm(SerializableBiConsumer<DocumentKind, String> order) {
        this.order = order;
        offer = new TitleOffer(this::take);
        setUpTitle();
        setUpButton();
        kind.addValueChangeListener(_ -> kindChanged());
        showExtension();
        Div bar = new Div(create);
        bar.addClassName("dd-form-bar");
        getContent().addClassName("dd-form");
        getContent().add(notice, title, offer, kind, bar);
    }

    private void setUpTitle() {
        title.setId("title");
        title.setLabel(getTranslation("create.title"));
        title.setValue(getTranslation("create.title.default"));
        title.setAutoselect(true);
        title.setAutofocus(true);
        title.setWidthFull();
        title.setSuffixComponent(extension);
        title.setValueChangeMode(ValueChangeMode.EAGER);
        title.addValueChangeListener(_ -> titleChanged());
        PanelHost.clicksOnEnter(title, BUTTON);
    }

    private void setUpButton() {
        create.setText(getTranslation("create.do"));
        create.setId(BUTTON);
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickListener(_ -> submit());
        PanelHost.opensTab(create, TAB);
    }

    /** Which names the deal's files have; the title that nobody typed yet makes way for them. */
    void know(TakenNames names) {
        taken = names;
        if (title.getValue().equals(getTranslation("create.title.default"))) {
            title.setValue(names.free(title.getValue(), kind.getValue()));
        }
        offerFree();
    }

    private void take(String free) {
        title.setValue(free);
        title.focus();
    }

    private void kindChanged() {
        showExtension();
        offerFree();
    }

    private void offerFree() {
        String typed = title.getValue().strip();
        if (!typed.isEmpty() && taken.contains(typed, kind.getValue())) {
            offer.show(typed, taken.free(typed, kind.getValue()));
        } else {
            offer.clear();
        }
    }

    private void showExtension() {
        extension.setText("." + kind.getValue().extension());
    }

    // A tab that would only be closed again is not opened in the first place.
    private void titleChanged() {
        title.setInvalid(false);
        offerFree();
        if (title.getValue().isBlank()) {
            PanelHost.opensNoTab(create);
        } else {
            PanelHost.opensTab(create, TAB);
        }
    }

    private void submit() {
        notice.clear();
        setBusy(true);
        order.accept(kind.getValue(), title.getValue().strip());
    }

    /** Shows why nothing was created; the person may try again. */
    void refuse(Trouble trouble, WaysOut waysOut) {
        setBusy(false);
        if (ABOUT_THE_NAME.stream().anyMatch(trouble::is)) {
            title.setErrorMessage(waysOut.sentences().of(trouble));
            title.setInvalid(true);
            title.focus();
        } else {
            waysOut.tell(trouble, notice);
        }
    }

    private void setBusy(boolean busy) {
        create.setEnabled(!busy);
        create.setText(getTranslation(busy ? "create.busy" : "create.do"));
    }
}
