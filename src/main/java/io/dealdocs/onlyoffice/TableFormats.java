package io.dealdocs.onlyoffice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the formats from a table beside it: extension, editor, actions and media types, parted by tabs. */
final class TableFormats implements Formats {

    private static final int COLUMNS = 4;
    private static final String NOTHING = "-";

    private final Map<String, Format> byExtension = new LinkedHashMap<>();

    TableFormats() {
        table().lines()
                .filter(line -> !line.startsWith("#"))
                .map(TableFormats::row)
                .forEach(format -> byExtension.put(format.extension(), format));
    }

    @Override
    public Optional<Format> ofName(String fileName) {
        var dot = fileName.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        byExtension.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    @Override
    public Collection<Format> all() {
        return Collections.unmodifiableCollection(byExtension.values());
    }

    private static String table() {
        try (var table = Objects.requireNonNull(TableFormats.class.getResourceAsStream("formats.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Format row(String line) {
        var columns = line.split("\t", COLUMNS);
        return new Format(
                columns[0], Format.Type.valueOf(constant(columns[1])), actions(columns[2]), words(columns[3]));
    }

    private static Set<Format.Action> actions(String column) {
        return words(column).stream()
                .map(word -> Format.Action.valueOf(constant(word)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> words(String column) {
        return Arrays.stream(column.split(" ", -1))
                .filter(word -> !word.equals(NOTHING))
                .toList();
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
