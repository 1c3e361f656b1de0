package io.dealdocs.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser that follows nothing by itself, keeps its cookies, and remembers everything it was answered. */
final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String app;
    private final List<String> seen;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    Client(Scene scene) {
        this(scene.app(), Collections.synchronizedList(new ArrayList<>()));
    }

    private Client(String app, List<String> seen) {
        this.app = app;
        this.seen = seen;
    }

    /** Another browser of the same person. */
    Client another() {
        return closing(new Client(app, seen));
    }

    Answer get(String where, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(where));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer send(String method, String where, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(where)).method(method, HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer send(HttpRequest.Builder request) {
        request.timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            Answer kept = new Answer(answer.statusCode(), answer.headers(), answer.body());
            note(kept.everything());
            return kept;
        } catch (IOException broken) {
            throw new IllegalStateException("no answer: " + broken, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Opens one of the pages. */
    Page page(String where) {
        return closing(Page.open(this, where));
    }

    /** Remembers what came by another way. */
    void note(String answer) {
        seen.add(answer);
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** Closes something with this browser. */
    <T extends AutoCloseable> T closing(T thing) {
        open.add(thing);
        return thing;
    }

    URI address(String where) {
        return URI.create(where.startsWith("/") ? app + where : where);
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    @Override
    public void close() {
        for (AutoCloseable thing : open) {
            try {
                thing.close();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
