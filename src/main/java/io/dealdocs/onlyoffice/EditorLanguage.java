package io.dealdocs.onlyoffice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the editor's language and region for a person (onlyoffice-docs-api contract, section 4). */
final class EditorLanguage {

    private static final Set<String> KNOWN = Set.of(
            ("ar az be bg ca cs da de el en es eu fi fr gl he hr hu hy id it ja ko lo lv ms nl no pl pt pt-PT ro ru si"
                            + " sk sl sq sr sr-Cyrl sv tr uk ur vi zh zh-TW")
                    .split(" "));

    private static final Set<String> TRADITIONAL_CHINESE = Set.of("TW", "HK", "MO");

    private EditorLanguage() {}

    /** One of the 46 languages of the editor, English where it does not speak the person's. */
    static String lang(Locale locale) {
        var lang = switch (locale.getLanguage()) {
            case "pt" -> locale.getCountry().equals("PT") ? "pt-PT" : "pt";
            case "zh" -> traditional(locale) ? "zh-TW" : "zh";
            case "sr" -> locale.getScript().equals("Cyrl") ? "sr-Cyrl" : "sr";
            case "nb", "nn" -> "no";
            default -> locale.getLanguage();
        };
        return KNOWN.contains(lang) ? lang : "en";
    }

    private static boolean traditional(Locale locale) {
        return locale.getScript().isEmpty()
                ? TRADITIONAL_CHINESE.contains(locale.getCountry())
                : locale.getScript().equals("Hant");
    }

    /** The tag that decides how numbers and dates look, where the person's country is known. */
    static Optional<String> region(Locale locale) {
        if (locale.getLanguage().isEmpty() || locale.getCountry().length() != 2) {
            return Optional.empty();
        }
        // The editor knows a script only where a language has two, and Chinese by country.
        var script = List.of("az", "sr").contains(locale.getLanguage()) ? locale.getScript() : "";
        return Optional.of(new Locale.Builder()
                .setLanguage(locale.getLanguage())
                .setScript(script)
                .setRegion(locale.getCountry())
                .build()
                .toLanguageTag());
    }

    static Set<String> known() {
        return KNOWN;
    }
}
