package io.dealdocs.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import io.dealdocs.access.SignIn;
import io.dealdocs.ui.Actions;
import io.dealdocs.ui.Icon;
import io.dealdocs.ui.Sentences;
import io.dealdocs.ui.StateCard;
import io.dealdocs.ui.Trouble;

/** What covers the editor while there is nothing to see of it: that it opens, or why it does not. */
final class EditorStates extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final String SETTINGS = "settings";

    EditorStates() {
        getContent().addClassName("dd-cover");
        getContent().setId("editor-cover");
    }

    /** The document opens. */
    void opening() {
        Div sign = new Div();
        sign.addClassName("dd-opening");
        Div words = new Div(getTranslation("editor.opening"));
        Div card = new Div(sign, words);
        card.addClassName("dd-opening-card");
        card.setTestId("opening");
        card.getElement().setAttribute("role", "status");
        show(card);
    }

    /** The document is refused, or could not be asked for. */
    void trouble(Trouble trouble, Sentences sentences, SerializableRunnable retry) {
        StateCard card = new StateCard(Icon.WARNING, getTranslation("editor.trouble.title"), sentences.of(trouble));
        switch (trouble.wayOut()) {
            case CONNECT -> card.with(Actions.tab(SignIn.CONNECT_PATH, getTranslation("signin.reconnect.do")));
            case SETTINGS -> card.with(Actions.tab(SETTINGS, getTranslation("action.settings")));
            case NONE, RETRY -> {}
        }
        show(card.named("trouble").with(again(retry)));
    }

    /** The Docs server does not bring its editor. */
    void unreachable(boolean admin, SerializableRunnable retry) {
        StateCard card = new StateCard(
                        Icon.WARNING,
                        getTranslation("editor.unreachable.title"),
                        getTranslation(admin ? "editor.unreachable.admin" : "editor.unreachable.other"))
                .named("docs-unreachable");
        if (admin) {
            card.with(Actions.tab(SETTINGS, getTranslation("action.settings")));
        }
        show(card.with(again(retry)));
    }

    /** The editor gave up. */
    void fault(EditorFault fault, int code, boolean admin, SerializableRunnable retry) {
        String sentence = getTranslation(fault.key());
        String who = getTranslation(admin ? "editor.fault.code.admin" : "editor.fault.code", code);
        show(new StateCard(Icon.WARNING, getTranslation("editor.trouble.title"), sentence + " " + who)
                .named("editor-fault")
                .with(again(retry)));
    }

    /** The person has left the document. */
    void closed(String title) {
        show(new StateCard(
                        Icon.CHECK, getTranslation("editor.closed.title"), getTranslation("editor.closed.text", title))
                .named("closed"));
    }

    /** Uncovers the editor. */
    void none() {
        getContent().removeAll();
        getContent().setVisible(false);
    }

    private void show(Component card) {
        getContent().removeAll();
        getContent().add(card);
        getContent().setVisible(true);
    }

    private Component again(SerializableRunnable retry) {
        return Actions.retry(getTranslation("action.retry"), retry);
    }
}
