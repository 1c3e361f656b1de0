package io.dealdocs.bench;

import io.dealdocs.DocsVoice;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Saves as a Docs server hands them over: the last callback of a session, with a result to fetch. */
final class Saves {

    private final ResultServer results;
    private final String secret;

    Saves(ResultServer results, String secret) {
        this.results = results;
        this.secret = secret;
    }

    /** Ends a session with this content and answers how long the acknowledgement took, in nanoseconds. */
    long take(JsonNode session, Content content) {
        Map<String, Object> claims = DocsVoice.fields(
                "key",
                session.path("document").path("key").asString(),
                "status",
                2,
                "url",
                results.address(content).toString(),
                "filetype",
                session.path("document").path("fileType").asString(),
                "users",
                List.of(session.path("editorConfig").path("user").path("id").asString()));
        String token = DocsVoice.sign(claims, secret);
        String address = session.path("editorConfig").path("callbackUrl").asString();
        long start = System.nanoTime();
        HttpResponse<String> answer = DocsVoice.callback(address, claims, token);
        long took = System.nanoTime() - start;
        if (answer.statusCode() != 200 || !answer.body().replace(" ", "").equals("{\"error\":0}")) {
            throw new IllegalStateException("the save was answered " + answer.statusCode() + " " + answer.body());
        }
        return took;
    }
}
