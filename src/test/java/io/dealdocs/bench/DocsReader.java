package io.dealdocs.bench;

import io.dealdocs.DocsVoice;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Opens editor tabs and fetches what they show, as browser and Docs server do together. */
final class DocsReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Browser server = new Browser();
    private final String secret;

    DocsReader(String secret) {
        this.secret = secret;
    }

    /** The config that an editor tab gets. */
    static JsonNode config(URI tab) {
        return JSON.readTree(new Browser()
                .page(tab)
                .call("open", call -> call.path(2).asString("").contains("\"token\""))
                .path(2)
                .asString());
    }

    /** The whole content, or a range of it, as it comes. */
    InputStream content(JsonNode config, String... range) {
        String url = config.path("document").path("url").asString();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + DocsVoice.sign(Map.of("payload", Map.of("url", url)), secret));
        HttpResponse<InputStream> answer = server.send(
                range.length == 0 ? request : request.headers("Range", range[0]),
                HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != (range.length == 0 ? 200 : 206)) {
            throw new IllegalStateException("the content was answered " + answer.statusCode());
        }
        return answer.body();
    }
}
