package io.dealdocs.ui;

import com.vaadin.flow.component.html.Div;

/** Grey lines of the height of the rows that will take their place. */
public final class Skeleton extends Div {

    private static final long serialVersionUID = 1L;

    public Skeleton(int rows, String label) {
        addClassName("dd-skeleton");
        setTestId("loading");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-label", label);
        for (int row = 0; row < rows; row++) {
            Div line = new Div();
            line.addClassName("dd-skeleton-row");
            add(line);
        }
    }
}
