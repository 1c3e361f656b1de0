package io.dealdocs.documents;

import java.util.Map;

/** The name of a blank spreadsheet's only sheet. */
final class BlankSheetName {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ar", "ورقة1"),
            Map.entry("be", "Аркуш1"),
            Map.entry("bg", "Лист1"),
            Map.entry("ca", "Full1"),
            Map.entry("cs", "List1"),
            Map.entry("da", "Ark1"),
            Map.entry("de", "Tabelle1"),
            Map.entry("el", "Φύλλο1"),
            Map.entry("es", "Hoja1"),
            Map.entry("et", "Leht1"),
            Map.entry("eu", "Orria1"),
            Map.entry("fi", "Taulukko1"),
            Map.entry("fr", "Feuil1"),
            Map.entry("gl", "Folla1"),
            Map.entry("he", "גיליון1"),
            Map.entry("hr", "List1"),
            Map.entry("hu", "Munka1"),
            Map.entry("it", "Foglio1"),
            Map.entry("ja", "シート1"),
            Map.entry("ko", "시트1"),
            Map.entry("lt", "Lapas1"),
            Map.entry("lv", "Lapa1"),
            Map.entry("nb", "Ark1"),
            Map.entry("nl", "Blad1"),
            Map.entry("nn", "Ark1"),
            Map.entry("pl", "Arkusz1"),
            Map.entry("pt-BR", "Planilha1"),
            Map.entry("pt-PT", "Folha1"),
            Map.entry("ro", "Foaie1"),
            Map.entry("ru", "Лист1"),
            Map.entry("sk", "Hárok1"),
            Map.entry("sl", "List1"),
            Map.entry("sr-Cyrl-RS", "Лист1"),
            Map.entry("sr", "List1"),
            Map.entry("sv", "Blad1"),
            Map.entry("tr", "Sayfa1"),
            Map.entry("uk", "Аркуш1"),
            Map.entry("vi", "Trang tính1"),
            Map.entry("zh", "工作表1"));

    private BlankSheetName() {}

    static String in(BlankLanguage language) {
        var spoken = NAMES.getOrDefault(language.locale().getLanguage(), "Sheet1");
        return NAMES.getOrDefault(language.tag(), spoken);
    }
}
