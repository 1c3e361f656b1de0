package io.dealdocs.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.internal.LocaleUtil;
import io.dealdocs.shared.Refusal;
import java.io.Serializable;
import java.text.ListFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/**
 * Words, sizes and times in a person's language and time zone.
 *
 * @param locale the person's language and country
 * @param zone the person's time zone
 * @param words all texts
 */
public record Sentences(Locale locale, ZoneId zone, I18NProvider words) implements Serializable {

    private static final int STEP = 1024;
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    /** Sentences for the page that is current. */
    public Sentences(Locale locale, ZoneId zone) {
        this(locale, zone, LocaleUtil.getI18NProvider().orElseThrow());
    }

    /** The text of a key, with its arguments filled in. */
    public String text(String key, Object... arguments) {
        return words.getTranslation(key, locale, arguments);
    }

    /** What went wrong and what to do. */
    public String of(Trouble trouble) {
        Refusal refusal = trouble.refusal();
        return refusal == null ? text("fault.text", trouble.reference()) : of(refusal);
    }

    /** Why it was refused and what to do. */
    public String of(Refusal refusal) {
        Object[] arguments = refusal.arguments().stream()
                .map(argument -> spoken(refusal.reason(), argument))
                .toArray();
        return text("refusal." + refusal.reason(), arguments);
    }

    private Object spoken(Refusal.Reason reason, Object argument) {
        return switch (argument) {
            case Instant moment -> moment(moment);
            case Number bytes when reason == Refusal.Reason.FILE_TOO_LARGE -> size(bytes.longValue());
            case List<?> names -> names(names.stream().map(String::valueOf).toList());
            default -> argument;
        };
    }

    /** Names in a row, as the language joins them. */
    public String names(List<String> names) {
        return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(names);
    }

    /** A size in the unit a person would use. */
    public String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(unit == 0 || value >= 10 ? 0 : 1);
        return format.format(value) + " " + UNITS[unit];
    }

    /** A moment, as short as it can be told: today's by its time, others by their day. */
    public String day(Instant moment, Instant now) {
        ZonedDateTime then = moment.atZone(zone);
        ZonedDateTime today = now.atZone(zone);
        if (then.toLocalDate().equals(today.toLocalDate())) {
            return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), then);
        }
        String parts = then.getYear() == today.getYear() ? "MMMd" : "yMMMd";
        return format(DateTimeFormatter.ofLocalizedPattern(parts), then);
    }

    /** A moment with its day and time. */
    public String moment(Instant moment) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT), moment.atZone(zone));
    }

    private String format(DateTimeFormatter format, ZonedDateTime moment) {
        return format.withLocale(locale).format(moment);
    }
}
