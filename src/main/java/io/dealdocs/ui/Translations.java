package io.dealdocs.ui;

import com.ibm.icu.text.MessageFormat;
import com.vaadin.flow.i18n.DefaultI18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * All texts of the pages, with plurals as each language has them (ICU message patterns); a language that is missing
 * gets English.
 */
@Component
class Translations extends DefaultI18NProvider {

    private static final long serialVersionUID = 1L;
    private static final List<Locale> LANGUAGES =
            Stream.of("en", "pt-BR").map(Locale::forLanguageTag).toList();

    // Reading a pattern takes longer than filling it in.
    private final Map<Text, MessageFormat> patterns = new ConcurrentHashMap<>();

    Translations() {
        super(LANGUAGES);
    }

    private record Text(String pattern, Locale locale) {

        MessageFormat read() {
            return new MessageFormat(pattern, locale);
        }
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        String text = super.getTranslation(key, locale);
        if (arguments.length == 0) {
            return text;
        }
        MessageFormat pattern = patterns.computeIfAbsent(new Text(text, locale), Text::read);
        // One pattern may be filled in by one thread only.
        return pattern.clone().format(arguments);
    }
}
