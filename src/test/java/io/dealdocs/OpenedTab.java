package io.dealdocs;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A tab that somebody opens at a node, as far as its first answer: whether it knows who came. */
final class OpenedTab {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BODY = 1;

    private final String answer;

    private OpenedTab(String answer) {
        this.answer = answer;
    }

    /** Opens an address with a browser that has no cookies. */
    static OpenedTab at(URI address) {
        Visitor browser = new Visitor(address.resolve("/").toString().replaceAll("/$", ""));
        browser.get(address.toString());
        String path = address.getRawPath().substring(1);
        String query = address.getRawQuery();
        String started = browser.get("/?v-r=init&location=" + encoded(path) + "&query=" + encoded(query))
                .body();
        JsonNode page = JSON.readTree(started).path("appConfig");
        Map<String, Object> going =
                Map.of("type", "event", "node", BODY, "event", "ui-navigate", "data", navigation(path, query));
        Map<String, Object> message = Map.of(
                "csrfToken",
                page.path("uidl").path("Vaadin-Security-Key").asString(),
                "rpc",
                List.of(going),
                "syncId",
                page.path("uidl").path("syncId").asInt(),
                "clientId",
                0);
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(browser.address(
                        "/?v-r=uidl&v-uiId=" + page.path("v-uiId").asInt()))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message))));
        if (answer.statusCode() != 200 || !answer.body().startsWith("{")) {
            throw new IllegalStateException("the page was answered " + answer.statusCode());
        }
        return new OpenedTab(answer.body());
    }

    private static Map<String, String> navigation(String path, String query) {
        return Map.of(
                "route", path, "query", query, "appShellTitle", "DealDocs", "trigger", "history", "historyState", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether whoever came is sent to the sign-in. */
    boolean asksWhoComes() {
        return answer.contains("/oauth2/authorization/pipedrive?continue=");
    }
}
