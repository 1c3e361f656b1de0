package io.dealdocs;

import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives consent as a browser does, without its pages: start with a state of ours, return with Pipedrive's code. */
public final class Consent {

    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private Consent() {}

    /** Connects a member and answers where the browser is led then. */
    public static String give(String app, PipedriveSandbox pipedrive, long company, long user) {
        try {
            HttpResponse<Void> start = get(app + "/oauth2/authorization/pipedrive", "");
            String location = start.headers().firstValue("location").orElseThrow();
            Matcher state = STATE.matcher(location);
            if (!state.find()) {
                throw new IllegalStateException("no state in " + location);
            }
            String cookie =
                    start.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
            String code = pipedrive.authorizationCode(company, user);
            HttpResponse<Void> back =
                    get(app + "/login/oauth2/code/pipedrive?code=" + code + "&state=" + state.group(1), cookie);
            return back.headers().firstValue("location").orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpResponse<Void> get(String address, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }
}
