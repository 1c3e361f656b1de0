package io.dealdocs.ui;

import com.vaadin.flow.component.UI;
import java.util.Locale;

/** Makes a page speak a person's language, to the eye and to screen readers. */
public final class Languages {

    private Languages() {}

    /** Everything the page says from now on is in this language, as far as there are texts. */
    public static void speak(UI ui, Locale locale) {
        ui.setLocale(locale);
        String tag = ui.getTranslation("language");
        ui.getPage().executeJs("document.documentElement.lang = $0", tag);
    }
}
