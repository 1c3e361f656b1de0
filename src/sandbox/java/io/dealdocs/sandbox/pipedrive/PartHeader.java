package io.dealdocs.sandbox.pipedrive;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a part of an upload.
 *
 * @param name name of the form field
 * @param fileName name of the file as raw UTF-8
 * @param extendedFileName name of the file as filename* gives it
 */
record PartHeader(String name, Optional<String> fileName, Optional<String> extendedFileName) {
    static final PartHeader EMPTY = new PartHeader("", Optional.empty(), Optional.empty());

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([a-z]+\\*?)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");

    PartHeader with(String line) {
        if (!line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
            return this;
        }
        PartHeader header = this;
        Matcher matcher = PARAMETER.matcher(line);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            header = header.with(matcher.group(1), quoted == null ? matcher.group(3) : unescaped(quoted));
        }
        return header;
    }

    private PartHeader with(String parameter, String value) {
        return switch (parameter) {
            case "name" -> new PartHeader(value, fileName, extendedFileName);
            case "filename" -> new PartHeader(name, Optional.of(value), extendedFileName);
            case "filename*" -> new PartHeader(name, fileName, Optional.of(decoded(value)));
            default -> this;
        };
    }

    /** Browsers write a quote in a name as %22, others with a backslash. */
    private static String unescaped(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1").replace("%22", "\"");
    }

    private static String decoded(String value) {
        String encoded = value.replaceFirst("^(?i)utf-8'[^']*'", "").replace("+", "%2B");
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
