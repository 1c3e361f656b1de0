package io.dealdocs.sandbox.docs.office;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Characters of XML: entities in and out, attributes of a tag, prefixes of a namespace. */
final class XmlText {

    private static final Pattern ENTITY = Pattern.compile("&(#x[0-9a-fA-F]+|#[0-9]+|lt|gt|amp|quot|apos);");
    private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL);

    private XmlText() {}

    static String decode(String raw) {
        String plain = raw.contains("<![CDATA[")
                ? CDATA.matcher(raw).replaceAll(m -> Matcher.quoteReplacement(encode(m.group(1))))
                : raw;
        if (plain.indexOf('&') < 0) {
            return plain;
        }
        return ENTITY.matcher(plain).replaceAll(m -> Matcher.quoteReplacement(character(m.group(1))));
    }

    private static String character(String entity) {
        return switch (entity) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> Character.toString(number(entity));
        };
    }

    private static int number(String entity) {
        return entity.startsWith("#x")
                ? Integer.parseInt(entity.substring(2), 16)
                : Integer.parseInt(entity.substring(1));
    }

    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().filter(XmlText::allowed).forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    static String quoted(String value) {
        return encode(value).replace("\"", "&quot;");
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }

    static @Nullable String attribute(String tag, String name) {
        Matcher m = Pattern.compile("\\s" + Pattern.quote(name) + "\\s*=\\s*(\"[^\"]*\"|'[^']*')")
                .matcher(tag);
        return m.find() ? decode(m.group(1).substring(1, m.group(1).length() - 1)) : null;
    }

    /** The prefix, with its colon, that stands for a namespace in this part; the given one if it is not declared. */
    static String prefix(String xml, String usual, String... namespaces) {
        for (String namespace : namespaces) {
            Matcher m = Pattern.compile("xmlns(?::([\\w.-]+))?\\s*=\\s*[\"']" + Pattern.quote(namespace) + "[\"']")
                    .matcher(xml);
            if (m.find()) {
                return m.group(1) == null ? "" : m.group(1) + ":";
            }
        }
        return usual;
    }
}
