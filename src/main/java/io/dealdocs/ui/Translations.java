package io.dealdocs.ui;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** All texts of the pages, in English and in Brazilian Portuguese; other languages get English. */
@Component
class Translations extends DefaultI18NProvider {

    private static final long serialVersionUID = 1L;

    Translations() {
        super(List.of(Locale.ENGLISH, Locale.of("pt", "BR")));
    }
}
