package io.dealdocs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import io.dealdocs.documents.Attention;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.Origin;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.shared.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that a page asks for exists in every language, and none is there for nothing. */
class TranslationsTests {

    private static final Path TEXTS = Path.of("src/main/resources/vaadin-i18n");
    private static final Path SOURCES = Path.of("src/main/java/io/dealdocs");
    private static final List<String> PAGES =
            List.of("ui", "panelhost", "editor", "documents/ui", "editing/ui", "settings/ui", "console");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[a-z]+\\.)+[a-z]+|language)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern PREFIX = Pattern.compile("\\.(title|text|do|full)$");

    static Stream<String> languages() {
        return new Translations().getProvidedLocales().stream().map(Locale::toLanguageTag);
    }

    private static String file(String language) {
        return language.equals("en")
                ? "translations.properties"
                : "translations_" + language.replace('-', '_') + ".properties";
    }

    @Test
    void speaksTheLanguagesOfTheProduct() {
        assertThat(languages())
                .containsExactlyInAnyOrder(
                        "en", "de", "es", "fr", "it", "ja", "pt", "pt-BR", "ru", "pl", "nl", "fi", "sv", "uk", "tr",
                        "zh");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasTheSameTextsWithTheSameArgumentsInEveryLanguage(String language) {
        Map<String, String> english = texts("translations.properties");
        Map<String, String> other = texts(file(language));

        assertThat(other.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) ->
                assertThat(arguments(other.getOrDefault(key, ""))).as(key).isEqualTo(arguments(text)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasEveryPluralThatTheLanguageHas(String language) {
        Set<String> needed =
                PluralRules.forLocale(Locale.forLanguageTag(language)).getKeywords();
        texts(file(language))
                .forEach((key, text) -> plurals(text)
                        .forEach(plural -> assertThat(plural).as(key).isEqualTo(needed)));
    }

    /** Which forms each plural of a text has. */
    private static List<Set<String>> plurals(String text) {
        MessagePattern pattern = new MessagePattern(text);
        List<Set<String>> plurals = new ArrayList<>();
        for (int at = 0; at < pattern.countParts(); at++) {
            MessagePattern.Part part = pattern.getPart(at);
            if (part.getType() == MessagePattern.Part.Type.ARG_START
                    && part.getArgType() == MessagePattern.ArgType.PLURAL) {
                plurals.add(new TreeSet<>());
            } else if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                plurals.getLast().add(pattern.getSubstring(part));
            }
        }
        return plurals;
    }

    static Stream<String> otherLanguages() {
        return languages().filter(language -> !language.equals("en"));
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void saysNothingInEnglishWhereItHasWordsOfItsOwn(String language) {
        Map<String, String> english = texts("translations.properties");
        Map<String, String> other = texts(file(language));

        long same = english.entrySet().stream()
                .filter(text -> text.getValue().contains(" "))
                .filter(text -> text.getValue().equals(other.get(text.getKey())))
                .count();

        assertThat(same).isLessThanOrEqualTo(2);
    }

    @Test
    void hasEveryTextThatAPageAsksFor() {
        assertThat(texts("translations.properties").keySet()).containsAll(asked());
    }

    @Test
    void hasNoTextThatNobodyAsksFor() {
        Set<String> asked = asked();
        Set<String> literals = literals();
        Set<String> unused = texts("translations.properties").keySet().stream()
                .filter(key -> !asked.contains(key))
                .filter(key -> !literals.contains(PREFIX.matcher(key).replaceFirst("")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
    }

    @Test
    void escapesNothingByAccident() {
        languages()
                .flatMap(language -> texts(file(language)).values().stream())
                .forEach(text -> assertThat(text).doesNotContain("'").isNotBlank());
    }

    @Test
    void neverSaysThatSomethingWentWrong() {
        texts("translations.properties")
                .values()
                .forEach(text -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("something went wrong"));
    }

    private static Set<String> asked() {
        Set<String> families = texts("translations.properties").keySet().stream()
                .map(key -> key.split("\\.", 2)[0])
                .collect(Collectors.toSet());
        Set<String> known = texts("translations.properties").keySet();
        Set<String> asked = literals().stream()
                .filter(key -> families.contains(key.split("\\.", 2)[0]))
                .filter(key -> !known.contains(key + ".title"))
                .collect(Collectors.toCollection(TreeSet::new));
        asked.addAll(made());
        return asked;
    }

    /** The keys that are put together from a name. */
    private static Set<String> made() {
        Stream<String> keys = Stream.of(
                        Stream.of(Refusal.Reason.values()).map(reason -> "refusal." + reason),
                        Stream.of(SaveOutcome.Problem.values()).map(problem -> "settings.problem." + problem),
                        Stream.of(DocumentKind.values()).map(kind -> lower("create.kind.", kind)),
                        Stream.of(DocsSettings.CoEditing.values()).map(mode -> lower("settings.coediting.", mode)),
                        Stream.of("download", "content", "signature", "expired", "seats", "rights", "connection")
                                .map("editor.fault."::concat),
                        Stream.of("save", "busy", "files", "internal", "other").map("editor.fault."::concat),
                        Stream.of(Attention.values()).map(reason -> "details.attention." + reason),
                        Stream.of(Origin.values()).map(origin -> "details.origin." + origin),
                        Stream.of("NAME_EMPTY", "NAME_TOO_LONG", "NAME_FORBIDDEN", "DEAL_GONE")
                                .map("upload.refusal."::concat),
                        Stream.of("replacing", "replaced", "deleting", "deleted")
                                .flatMap(news -> Stream.of("editor.news." + news, "editor.news." + news + ".by")),
                        Stream.of("editor.news.file_gone"),
                        Stream.of("done", "cancelled", "failed")
                                .flatMap(end -> Stream.of("connect." + end + ".title", "connect." + end + ".text")))
                .flatMap(all -> all);
        return keys.collect(Collectors.toSet());
    }

    private static String lower(String family, Enum<?> name) {
        return family + name.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> literals() {
        return PAGES.stream()
                .flatMap(page -> sources(SOURCES.resolve(page)))
                .flatMap(source -> LITERAL.matcher(source).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(TranslationsTests::read)
                    .toList()
                    .stream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Set<String> arguments(String text) {
        Matcher found = PLACEHOLDER.matcher(text);
        return found.results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file))) {
            properties.load(reader);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
