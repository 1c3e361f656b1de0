package io.dealdocs;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.ObjectMapper;

/** Speaks like a Docs server, or like somebody who pretends to be one. */
public final class DocsVoice {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private DocsVoice() {}

    /** A token over these claims, valid for five minutes. */
    public static String sign(Map<String, ?> claims, String secret) {
        Map<String, Object> timed = new LinkedHashMap<>(claims);
        timed.putIfAbsent("exp", Instant.now().getEpochSecond() + 300);
        try {
            JWSObject token =
                    new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(JSON.writeValueAsString(timed)));
            byte[] key = secret.getBytes(StandardCharsets.UTF_8);
            token.sign(new MACSigner(Arrays.copyOf(key, Math.max(32, key.length))));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A token that nobody signed. */
    static String unsigned(Map<String, ?> claims) {
        return encode("{\"alg\":\"none\"}") + "." + encode(JSON.writeValueAsString(claims)) + ".";
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Posts a callback whose body carries the token. */
    public static HttpResponse<String> callback(String address, Map<String, ?> fields, String token) {
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.put("token", token);
        return post(address, body);
    }

    static HttpResponse<String> post(String address, Map<String, ?> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Fields of a callback in order: name, value, name, value. */
    public static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(Objects.toString(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }
}
