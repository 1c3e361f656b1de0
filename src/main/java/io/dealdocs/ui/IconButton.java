package io.dealdocs.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.function.SerializableRunnable;

/** A button that is a sign; its name is said to screen readers and shown on hover. */
public final class IconButton extends NativeButton {

    private static final long serialVersionUID = 1L;

    public IconButton(Icon icon, String name, SerializableRunnable action) {
        super("", _ -> action.run());
        addClassName("dd-icon-button");
        getElement().setAttribute("type", "button");
        getElement().setAttribute("title", name);
        getElement().setAttribute("aria-label", name);
        add(icon.create());
    }
}
