package io.dealdocs.bench;

import io.dealdocs.VaadinPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What all pages of one browser share: its cookies and its connections. */
final class Browser {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    String get(URI address) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address.getPath() + " was answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Opens a page of the application. */
    VaadinPage page(URI address) {
        return VaadinPage.open(new At(address), address, PATIENCE, PAUSE);
    }

    /** The way to the application that has this address. */
    private final class At implements VaadinPage.Line {

        private final URI app;

        At(URI app) {
            this.app = app;
        }

        @Override
        public String get(String where) {
            return Browser.this.get(app.resolve(where));
        }

        @Override
        public String post(String where, String message) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(app.resolve(where))
                    .header("Content-Type", "application/json; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString(message)));
            // What begins otherwise says that the session or the page is lost.
            if (answer.statusCode() != 200 || !answer.body().startsWith("{")) {
                throw new IllegalStateException("the page was answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a request with this browser's cookies and keeps those of the answer. */
    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<T> answer = http.send(request.build(), body);
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }
}
