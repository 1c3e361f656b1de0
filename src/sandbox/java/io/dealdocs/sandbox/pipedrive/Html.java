package io.dealdocs.sandbox.pipedrive;

/** Small pieces of HTML. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A whole page without any navigation. */
    static String bare(String title, User.Theme theme, String body) {
        return """
                <!doctype html>
                <html lang="en" data-theme="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/__static/host.css">
                </head>
                %s
                </html>
                """.formatted(theme.wire(), escape(title), body);
    }

    static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + escape(name) + "\" value=\"" + escape(value) + "\">";
    }

    static String initials(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            letters.append(word, 0, Math.min(1, word.length()));
        }
        return escape(letters.toString());
    }
}
