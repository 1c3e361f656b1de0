package io.dealdocs.sandbox.docs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The script of the API and the editor page with its own scripts and styles. */
final class StaticEndpoint implements Endpoint {

    static final String ROOT = "/web-apps/";
    static final String API = "/web-apps/apps/api/documents/api.js";

    private static final Pattern PAGE = Pattern.compile(
            "/web-apps/apps/(documenteditor|spreadsheeteditor|presentationeditor|pdfeditor)/main/index\\.html");
    private static final Pattern PART = Pattern.compile("/web-apps/sandbox/([a-z-]+\\.(?:js|css))");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8");

    private final Results results;
    private final Faults faults;

    StaticEndpoint(Results results, Faults faults) {
        this.results = results;
        this.faults = faults;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        String path = exchange.path();
        Matcher part = PART.matcher(path);
        if (path.equals(API)) {
            api(exchange);
        } else if (path.equals("/web-apps/apps/api/documents/preload.html")) {
            exchange.answer(200, TYPES.getOrDefault("html", ""), new byte[0]);
        } else if (PAGE.matcher(path).matches()) {
            resource(exchange, "editor.html");
        } else if (part.matches()) {
            resource(exchange, part.group(1));
        } else {
            exchange.answer(404, "There is nothing at " + path);
        }
    }

    private void api(Exchange exchange) throws IOException {
        if (faults.happens(FaultName.API_JS_503, "")) {
            exchange.answer(503, "Service Unavailable");
            return;
        }
        String shard = exchange.query("shardkey");
        if (!shard.isEmpty()) {
            results.shard(shard);
        }
        resource(exchange, "api.js");
    }

    private static void resource(Exchange exchange, String name) throws IOException {
        try (InputStream in = StaticEndpoint.class.getResourceAsStream(name)) {
            if (in == null) {
                exchange.answer(404, "There is no " + name);
                return;
            }
            exchange.set("Cache-Control", "no-cache");
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            exchange.answer(200, type, in.readAllBytes());
        }
    }
}
