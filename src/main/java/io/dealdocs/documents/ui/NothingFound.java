package io.dealdocs.documents.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;

/** Stands in the list's place where no name has what was typed. */
final class NothingFound extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /**
     * Says it.
     *
     * @param complete whether every name was looked at, or older files are still being read
     */
    NothingFound(String typed, boolean complete) {
        getContent().addClassName("dd-nothing-found");
        getContent().setTestId("nothing-found");
        getContent().getElement().setAttribute("role", "status");
        getContent().setText(getTranslation(complete ? "panel.search.none" : "panel.search.going", typed));
    }
}
