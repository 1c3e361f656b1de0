package io.dealdocs.onlyoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditorLanguageTests {

    @ParameterizedTest
    @CsvSource({
        "en-US,en,en-US",
        "en-GB,en,en-GB",
        "de-DE,de,de-DE",
        "pt-BR,pt,pt-BR",
        "pt-PT,pt-PT,pt-PT",
        "pt,pt,",
        "zh-CN,zh,zh-CN",
        "zh-TW,zh-TW,zh-TW",
        "zh-HK,zh-TW,zh-HK",
        "zh-Hant-TW,zh-TW,zh-TW",
        "zh-Hans-CN,zh,zh-CN",
        "zh-Hant,zh-TW,",
        "sr-Latn-RS,sr,sr-Latn-RS",
        "sr-Cyrl-RS,sr-Cyrl,sr-Cyrl-RS",
        "sr-RS,sr,sr-RS",
        "az-Latn-AZ,az,az-Latn-AZ",
        "nb-NO,no,nb-NO",
        "nn-NO,no,nn-NO",
        "he-IL,he,he-IL",
        "id-ID,id,id-ID",
        "es-419,es,",
        "th-TH,en,th-TH",
        "de-DE-u-co-phonebk,de,de-DE",
        "und,en,",
        "und-US,en,"
    })
    void knowsLanguageAndRegion(String tag, String lang, @Nullable String region) {
        var locale = Locale.forLanguageTag(tag);
        assertThat(EditorLanguage.lang(locale)).isEqualTo(lang);
        assertThat(EditorLanguage.region(locale).orElse(null)).isEqualTo(region);
    }

    @Test
    void speaksAllLanguagesOfTheEditor() {
        assertThat(EditorLanguage.known()).hasSize(46);
    }
}
