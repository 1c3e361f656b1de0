package io.dealdocs.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Fills the texts that blank documents are made of. */
final class BlankTemplates {

    private static final String FONT = "Calibri";

    private BlankTemplates() {}

    /** What differs from person to person; every value is safe inside XML. */
    static Map<String, String> values(BlankLanguage language, BlankPage page) {
        var eastAsianFont = language.eastAsianFont();
        return Map.ofEntries(
                Map.entry("lang", language.tag()),
                Map.entry("eastAsiaLang", language.eastAsianTag()),
                Map.entry("bidiLang", language.bidiTag()),
                Map.entry("bidi", language.rightToLeft() ? "<w:bidi/>" : ""),
                Map.entry("rtl", language.rightToLeft() ? "1" : "0"),
                Map.entry("align", language.rightToLeft() ? "r" : "l"),
                Map.entry("font", FONT),
                Map.entry("eastAsiaFont", eastAsianFont.isEmpty() ? FONT : eastAsianFont),
                Map.entry("eastAsiaThemeFont", eastAsianFont),
                Map.entry("sheet", BlankSheetName.in(language)),
                Map.entry("pageWidth", Integer.toString(page.width())),
                Map.entry("pageHeight", Integer.toString(page.height())),
                Map.entry("paperSize", Integer.toString(page.number())));
    }

    static byte[] filled(String template, Map<String, String> values) {
        var text = read(template);
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String template) {
        try (var in = Objects.requireNonNull(BlankTemplates.class.getResourceAsStream("blank/" + template))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
