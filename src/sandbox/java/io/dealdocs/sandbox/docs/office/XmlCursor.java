package io.dealdocs.sandbox.docs.office;

import org.jspecify.annotations.Nullable;

/** Walks the tags of an XML text and tells where each stands, so that edits can leave all else untouched. */
final class XmlCursor {

    /** What the cursor stands on. */
    enum Kind {
        START,
        END,
        EMPTY,
        TEXT,
        OTHER
    }

    private final String xml;
    private Kind kind = Kind.OTHER;
    private String name = "";
    private int start;
    private int end;

    XmlCursor(String xml) {
        this.xml = xml;
    }

    boolean next() {
        if (end >= xml.length()) {
            return false;
        }
        start = end;
        name = "";
        if (xml.charAt(start) != '<') {
            int tag = xml.indexOf('<', start);
            move(Kind.TEXT, tag < 0 ? xml.length() : tag);
        } else if (xml.startsWith("<!--", start)) {
            move(Kind.OTHER, past("-->"));
        } else if (xml.startsWith("<![CDATA[", start)) {
            move(Kind.TEXT, past("]]>"));
        } else if (xml.startsWith("<?", start) || xml.startsWith("<!", start)) {
            move(Kind.OTHER, past(">"));
        } else {
            tag();
        }
        return true;
    }

    /** Goes on to the end of the element whose start the cursor stands on. */
    void skip() {
        int depth = 1;
        while (depth > 0 && next()) {
            depth += kind == Kind.START ? 1 : kind == Kind.END ? -1 : 0;
        }
    }

    private void move(Kind to, int position) {
        kind = to;
        end = position;
    }

    private int past(String close) {
        int at = xml.indexOf(close, start);
        return at < 0 ? xml.length() : at + close.length();
    }

    private void tag() {
        int close = closing(start + 1);
        boolean ending = xml.startsWith("</", start);
        boolean empty = close > start && xml.charAt(close - 1) == '/';
        int from = ending ? start + 2 : start + 1;
        int to = from;
        while (to < close && !Character.isWhitespace(xml.charAt(to)) && xml.charAt(to) != '/') {
            to++;
        }
        name = xml.substring(from, to);
        move(ending ? Kind.END : empty ? Kind.EMPTY : Kind.START, Math.min(close + 1, xml.length()));
    }

    private int closing(int from) {
        char quote = 0;
        for (int i = from; i < xml.length(); i++) {
            char c = xml.charAt(i);
            if (quote == 0 && c == '>') {
                return i;
            }
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return xml.length();
    }

    Kind kind() {
        return kind;
    }

    boolean opens(String qualified) {
        return (kind == Kind.START || kind == Kind.EMPTY) && name.equals(qualified);
    }

    boolean closes(String qualified) {
        return kind == Kind.END && name.equals(qualified);
    }

    String name() {
        return name;
    }

    String local() {
        return name.substring(name.indexOf(':') + 1);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String raw() {
        return xml.substring(start, end);
    }

    @Nullable String attribute(String qualified) {
        return XmlText.attribute(raw(), qualified);
    }

    String attribute(String qualified, String absent) {
        String value = attribute(qualified);
        return value == null ? absent : value;
    }
}
