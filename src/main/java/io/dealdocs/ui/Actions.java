package io.dealdocs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.function.SerializableRunnable;

/** The buttons and links that cards and notices offer. */
public final class Actions {

    private Actions() {}

    /** The one thing most people will want to do. */
    public static Button primary(String text, SerializableRunnable action) {
        Button button = new Button(text, _ -> action.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** Something else that can be done. */
    public static Button other(String text, SerializableRunnable action) {
        return new Button(text, _ -> action.run());
    }

    /** Doing the same again. */
    public static Button retry(String text, SerializableRunnable action) {
        Button button = new Button(text, _ -> action.run());
        button.setTestId("try-again");
        return button;
    }

    /** An address of ours that opens in a tab of its own, looking like the main button. */
    public static Anchor tab(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.setTarget(AnchorTarget.BLANK);
        link.addClassNames("dd-link-button");
        link.setRouterIgnore(true);
        return link;
    }

    /**
     * The same for an address that cannot do its work in a tab opened from a sandboxed frame; the host opens it then.
     *
     * @param sentence what the host says beside the link
     */
    public static Anchor outside(String address, String text, String sentence) {
        Anchor link = tab(address, text);
        link.getElement().setAttribute("data-outside", sentence);
        return link;
    }
}
