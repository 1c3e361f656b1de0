package io.dealdocs.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The drawn signs of the pages; their shapes are in the stylesheet. */
public enum Icon {
    PEN,
    EYE,
    DOWNLOAD,
    BIN,
    PLUS,
    UPLOAD,
    WARNING,
    LINK,
    LOCK,
    CHECK,
    DOCUMENTS,
    MORE,
    BACK,
    RESTORE,
    SAVE_AS;

    /** The class name that draws the sign. */
    public String className() {
        return "dd-i-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sign, which says nothing to a screen reader: its neighbour does. */
    public Span create() {
        Span sign = new Span();
        sign.addClassNames("dd-i", className());
        sign.getElement().setAttribute("aria-hidden", "true");
        return sign;
    }
}
