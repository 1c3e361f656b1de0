package io.dealdocs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without pages: it keeps its cookies and follows nothing by itself. */
public final class Visitor {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String app;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Visitor(String app) {
        this.app = app;
    }

    /** Asks for an address or for a path of the application. */
    public HttpResponse<String> get(String where) {
        return send(HttpRequest.newBuilder(address(where)));
    }

    /** Where the answer to this leads; empty where it leads nowhere. */
    public String led(String where) {
        return location(get(where));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The cookies, as a request carries them. */
    String cookies() {
        return cookies.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Starts a sign-in that shall lead to one of our pages, and answers the state that Pipedrive gets. */
    String begin(String query) {
        return query(led("/oauth2/authorization/pipedrive" + query)).getOrDefault("state", "");
    }

    URI address(String where) {
        return URI.create(where.startsWith("/") ? app + where : where);
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    /** The parameters of an address. */
    static Map<String, String> query(String address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
