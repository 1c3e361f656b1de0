package io.dealdocs.documents;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The proofing language of a blank document: always one that office programs know, since they check nothing in a
 * language that they do not.
 *
 * @param locale language, script where it matters, and country
 */
record BlankLanguage(Locale locale) {

    /** Languages with the countries whose variety office programs know; the first is meant where none is named. */
    private static final Map<String, List<String>> KNOWN = table("""
            af ZA
            ar SA AE BH DZ EG IQ JO KW LB LY MA OM QA SY TN YE
            az AZ
            be BY
            bg BG
            ca ES
            cs CZ
            da DK
            de DE AT CH LI LU
            el GR
            en US AU CA GB IE IN JM NZ PH SG ZA
            es ES AR BO CL CO CR DO EC GT HN MX NI PA PE PR PY SV US UY VE
            et EE
            eu ES
            fa IR
            fi FI
            fr FR BE CA CH LU MC
            ga IE
            gl ES
            he IL
            hi IN
            hr HR BA
            hu HU
            hy AM
            id ID
            is IS
            it IT CH
            ja JP
            ka GE
            kk KZ
            ko KR
            lo LA
            lt LT
            lv LV
            mk MK
            ms MY BN
            nb NO
            nl NL BE
            nn NO
            pl PL
            pt BR PT
            ro RO
            ru RU
            si LK
            sk SK
            sl SI
            sq AL
            sr RS
            sv SE FI
            th TH
            tr TR
            uk UA
            ur PK
            vi VN
            zh CN HK MO SG TW
            """);

    private static final Set<String> EAST_ASIAN = Set.of("ja", "ko", "zh");
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    /** The known language that is nearest to the person's. */
    static BlankLanguage of(Locale person) {
        var language = person.getLanguage().equals("no") ? "nb" : person.getLanguage();
        if (!KNOWN.containsKey(language)) {
            language = "en";
        }
        return new BlankLanguage(new Locale.Builder()
                .setLanguage(language)
                .setScript(script(language, person))
                .setRegion(country(language, person))
                .build());
    }

    private static String script(String language, Locale person) {
        return switch (language) {
            case "az" -> "Latn";
            case "sr" -> person.getScript().equals("Cyrl") ? "Cyrl" : "Latn";
            default -> "";
        };
    }

    private static String country(String language, Locale person) {
        var known = KNOWN.getOrDefault(language, List.of());
        if (known.contains(person.getCountry())) {
            return person.getCountry();
        }
        if (language.equals("zh") && person.getScript().equals("Hant")) {
            return "TW";
        }
        // English outside the countries that have their own is seldom American.
        return language.equals("en") && !person.getCountry().isEmpty() ? "GB" : known.getFirst();
    }

    String tag() {
        return locale.toLanguageTag();
    }

    /** The language of East Asian text; the person's own where it is one. */
    String eastAsianTag() {
        return eastAsian() ? tag() : "en-US";
    }

    /** The language of text from right to left; the person's own where it is one. */
    String bidiTag() {
        return rightToLeft() ? tag() : "ar-SA";
    }

    boolean eastAsian() {
        return EAST_ASIAN.contains(locale.getLanguage());
    }

    boolean rightToLeft() {
        return RIGHT_TO_LEFT.contains(locale.getLanguage());
    }

    /** The font of East Asian text, or nothing where any will do. */
    String eastAsianFont() {
        return switch (locale.getLanguage()) {
            case "ja" -> "Yu Gothic";
            case "ko" -> "Malgun Gothic";
            case "zh" ->
                List.of("HK", "MO", "TW").contains(locale.getCountry()) ? "Microsoft JhengHei" : "Microsoft YaHei";
            default -> "";
        };
    }

    private static Map<String, List<String>> table(String text) {
        var table = new LinkedHashMap<String, List<String>>();
        text.lines()
                .map(line -> Arrays.asList(line.split(" ", -1)))
                .forEach(words -> table.put(words.getFirst(), List.copyOf(words.subList(1, words.size()))));
        return Map.copyOf(table);
    }
}
