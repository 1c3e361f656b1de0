package io.dealdocs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.shared.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Words, sizes and times in a person's language and time zone. */
class SentencesTests {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private final Sentences english = new Sentences(Locale.US, ZoneId.of("Europe/Berlin"), new Translations());
    private final Sentences portuguese =
            new Sentences(Locale.of("pt", "BR"), ZoneId.of("America/Sao_Paulo"), new Translations());

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1536, 1.5 KB", "49152, 48 KB", "1248213, 1.2 MB", "104857600, 100 MB"})
    void tellsSizesInTheUnitAPersonWouldUse(long bytes, String text) {
        assertThat(english.size(bytes)).isEqualTo(text);
    }

    @Test
    void writesNumbersAsTheLanguageDoes() {
        assertThat(portuguese.size(1_248_213)).isEqualTo("1,2 MB");
    }

    @Test
    void tellsTodaysMomentsByTheirTimeAndOthersByTheirDay() {
        assertThat(plain(english.day(Instant.parse("2026-11-24T09:30:00Z"), NOW)))
                .isEqualTo("10:30 AM");
        assertThat(english.day(Instant.parse("2026-11-20T09:30:00Z"), NOW)).isEqualTo("Nov 20");
        assertThat(english.day(Instant.parse("2025-10-20T09:30:00Z"), NOW)).isEqualTo("Oct 20, 2025");
        assertThat(portuguese.day(Instant.parse("2026-11-20T09:30:00Z"), NOW)).isEqualTo("20 de nov.");
    }

    @Test
    void countsDaysInThePersonsTimeZone() {
        Instant lateEvening = Instant.parse("2026-11-23T23:30:00Z");

        assertThat(plain(english.day(lateEvening, NOW))).isEqualTo("12:30 AM");
        assertThat(portuguese.day(lateEvening, NOW)).isEqualTo("23 de nov.");
    }

    @Test
    void fillsInWhatARefusalMentions() {
        assertThat(english.of(new Refusal(Refusal.Reason.FILE_TOO_LARGE, 52_428_800L)))
                .isEqualTo("This file is too large. The limit is 50 MB.");
        assertThat(english.of(new Refusal(Refusal.Reason.SLOW_DOWN, 12L))).contains("in 12 seconds");
        assertThat(english.of(new Refusal(Refusal.Reason.SLOW_DOWN, 1L))).contains("in 1 second.");
        assertThat(english.of(new Refusal(Refusal.Reason.BEING_EDITED, List.of("Ada", "Ben", "Cy"))))
                .contains("Ada, Ben, and Cy");
        assertThat(portuguese.of(new Refusal(Refusal.Reason.QUOTA_USED_UP, Instant.parse("2026-11-25T00:00:00Z"))))
                .contains("24 de novembro de 2026 21:00");
    }

    @ParameterizedTest
    @EnumSource(Refusal.Reason.class)
    void hasASentenceForEveryRefusal(Refusal.Reason reason) {
        Refusal refusal = reason == Refusal.Reason.SLOW_DOWN ? new Refusal(reason, 2L) : new Refusal(reason, "x");

        assertThat(english.of(refusal))
                .doesNotContain("{", "!")
                .endsWith(reason == Refusal.Reason.PIPEDRIVE_REFUSED ? "x" : ".");
        assertThat(portuguese.of(refusal)).isNotEqualTo(english.of(refusal));
    }

    @Test
    void leavesAFaultItsReference() {
        assertThat(english.of(new Trouble(null, "4E0E0698"))).contains("4E0E0698");
    }

    // Some languages put a narrow space before AM.
    private static String plain(String time) {
        return Pattern.compile("\\h").matcher(time).replaceAll(" ");
    }
}
