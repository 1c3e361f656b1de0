package io.dealdocs.documents;

import java.util.Locale;
import java.util.Set;

/**
 * The paper of a blank document, as it lies in the printers of a country.
 *
 * @param width in twentieths of a point
 * @param height in twentieths of a point
 * @param number as spreadsheets number paper
 */
record BlankPage(int width, int height, int number) {

    static final BlankPage A4 = new BlankPage(11906, 16838, 9);
    static final BlankPage LETTER = new BlankPage(12240, 15840, 1);

    private static final Set<String> LETTER_COUNTRIES =
            Set.of("BZ", "CA", "CL", "CO", "CR", "DO", "GT", "HN", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE");

    /** The paper of the person's country; of the language's where the country is not known. */
    static BlankPage of(Locale person) {
        var country = person.getCountry().isEmpty()
                ? BlankLanguage.of(person).locale().getCountry()
                : person.getCountry();
        return LETTER_COUNTRIES.contains(country) ? LETTER : A4;
    }
}
