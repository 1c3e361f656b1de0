package io.dealdocs.settings;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names what one save of settings changed, for the audit trail; never what a secret was or is. */
final class SettingsChange {

    private SettingsChange() {}

    /** The settings that differ, in the order of the page; empty where none does. */
    static String words(Optional<DocsSettingsRow> before, DocsSettingsRow now, boolean otherSecret) {
        return Stream.of(
                        differs(before, now, DocsSettingsRow::address) ? "address" : "",
                        otherSecret ? "secret" : "",
                        differs(before, now, DocsSettingsRow::header) ? "header" : "",
                        differs(before, now, DocsSettingsRow::coEditing) ? "co-editing" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static boolean differs(
            Optional<DocsSettingsRow> before, DocsSettingsRow now, Function<DocsSettingsRow, String> setting) {
        return !before.map(setting).equals(Optional.of(setting.apply(now)));
    }
}
