package io.dealdocs.pipedrive;

import io.dealdocs.shared.Secret;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds Pipedrive's own words in a refusal, whatever shape it has (pipedrive contract, section 4.1). */
final class ErrorWords {

    private static final int LIMIT = 300;
    private static final Pattern ADDRESS = Pattern.compile("\\b[a-zA-Z][a-zA-Z0-9+.-]*://\\S+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._:-]{1,80}");

    private ErrorWords() {}

    /** One printable line without addresses and without the secrets that the request carried. */
    static String describe(Answer answer, List<Secret> sent) {
        String words = clean(answer.isPage() ? "" : words(answer.json()), sent);
        String id = answer.header("x-correlation-id");
        String source =
                CORRELATION.matcher(id).matches() ? answer.status() + " " + clean(id, sent) : "" + answer.status();
        return (words.isEmpty() ? "Pipedrive answered" : words) + " [" + source + "]";
    }

    /** The sentence of shapes A to D, F and G; the sentences of shape E. */
    static String words(LenientJson body) {
        String message = body.text("message");
        String error = message.isEmpty() ? body.text("error") : message;
        return error.isEmpty() ? fields(body.at("errors")) : error;
    }

    private static String fields(LenientJson errors) {
        return errors.values().stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.entries().stream()))
                .map(LenientJson::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String clean(String words, List<Secret> sent) {
        String text = words;
        for (Secret secret : sent) {
            text = secret.reveal().isEmpty() ? text : text.replace(secret.reveal(), "[secret]");
        }
        text = CONTROL.matcher(ADDRESS.matcher(text).replaceAll("[address]"))
                .replaceAll(" ")
                .strip();
        return text.length() > LIMIT ? text.substring(0, LIMIT) + "…" : text;
    }
}
