package io.dealdocs.sandbox.pipedrive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An HTTP client that follows nothing and hides nothing. */
final class Wire {
    static final long ADA = 1001;
    static final long BEN = 1002;
    static final long DAN = 1004;
    static final long GUS = 1001;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final PipedriveSandbox sandbox;

    Wire(PipedriveSandbox sandbox) {
        this.sandbox = sandbox;
    }

    HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(URI uri) throws IOException {
        return send(HttpRequest.newBuilder(uri).build());
    }

    /** A REST call at Acme. */
    HttpResponse<String> rest(String method, String path, String token) throws IOException {
        return rest(method, path, token, "", BodyPublishers.noBody());
    }

    HttpResponse<String> rest(String method, String path, String token, String contentType, BodyPublisher body)
            throws IOException {
        var request = HttpRequest.newBuilder(sandbox.acme().resolve(path)).method(method, body);
        request.header("Authorization", "Bearer " + token);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return send(request.build());
    }

    HttpResponse<String> upload(String token, String dealId, String name, byte[] content) throws IOException {
        String head = "--odd boundary'+\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        String tail = "\r\n--odd boundary'+\r\nContent-Disposition: form-data; name=\"deal_id\"\r\n\r\n" + dealId
                + "\r\n--odd boundary'+--\r\n";
        var body = new ByteArrayOutputStream();
        body.write(head.getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write(tail.getBytes(StandardCharsets.UTF_8));
        return rest(
                "POST",
                "/api/v1/files",
                token,
                "multipart/form-data; boundary=\"odd boundary'+\"",
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** A call of the token endpoint with the app's own credentials. */
    HttpResponse<String> token(Map<String, String> form) throws IOException {
        AppRegistration app = sandbox.app();
        return token(form, basic(app.clientId(), app.clientSecret()));
    }

    HttpResponse<String> token(Map<String, String> form, String authorization) throws IOException {
        return post("/oauth/token", form, authorization);
    }

    HttpResponse<String> post(String path, Map<String, String> form, String authorization) throws IOException {
        var request = HttpRequest.newBuilder(sandbox.acme().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Form.encode(form)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request.build());
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }
}
