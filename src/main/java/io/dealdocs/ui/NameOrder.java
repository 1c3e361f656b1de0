package io.dealdocs.ui;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as a person sorts and looks for them. */
public final class NameOrder {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private NameOrder() {}

    /** The language's order, with “Offer 2” before “Offer 10”. */
    public static Comparator<String> of(Locale locale) {
        Collator order = Collator.getInstance(locale);
        if (order instanceof RuleBasedCollator rules) {
            rules.setNumericCollation(true);
        }
        return order::compare;
    }

    /** Whether the name has what was typed in it, whatever the case and the accents. */
    public static boolean contains(String name, String typed) {
        return plain(name).contains(plain(typed.strip()));
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
