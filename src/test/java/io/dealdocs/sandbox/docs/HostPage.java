package io.dealdocs.sandbox.docs;

/** A page of the integrator that holds one editor and writes down what it hears. */
final class HostPage {

    /** As strict as a page with an editor may be: only its own scripts, and frames of the Docs server. */
    static final String POLICY = "default-src 'self'; script-src 'self' 'nonce-n1'; style-src 'self' 'unsafe-inline';"
            + " connect-src 'self'; frame-src http://127.0.0.1:*";

    private HostPage() {}

    /** The page for this config, with these events declared. */
    static String of(String docsOrigin, String configJson, String... events) {
        StringBuilder handlers = new StringBuilder();
        for (String event : events) {
            handlers.append("config.events.%s = e => hear('%s', e && e.data);\n".formatted(event, event));
        }
        return """
                <!doctype html><html><head><meta charset="utf-8"><title>Host</title>
                <script nonce="n1" src="%s/web-apps/apps/api/documents/api.js"></script></head>
                <body style="margin:0;height:100vh"><div id="here"></div><ul id="heard" hidden></ul>
                <script nonce="n1">
                function hear(event, data) {
                  const entry = document.createElement('li');
                  entry.textContent = event + ' ' + JSON.stringify(data);
                  document.getElementById('heard').append(entry);
                }
                const config = %s;
                config.events = {};
                %s
                window.editor = new DocsAPI.DocEditor('here', config);
                </script></body></html>""".formatted(docsOrigin, configJson, handlers);
    }
}
