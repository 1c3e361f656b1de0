package io.dealdocs.sandbox.docs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts callbacks, reads their answers the way the real server does, and repeats what is repeated. */
final class CallbackSender {

    /** What became of a callback. */
    enum Outcome {
        /** {@code {"error":0}}. */
        ACCEPTED,
        /** An answer that no repetition would mend. */
        REFUSED,
        /** No answer, or one that asks to come again. */
        UNREACHED
    }

    private static final int REPETITIONS = 3;

    /** From this length on a header is stripped of what is long. */
    private static final int HEADER_LIMIT = 7168;

    private final World world;
    private final Tokens tokens;
    private final HttpClient http;
    private final Trail<CallbackRecord> log;

    CallbackSender(World world, Tokens tokens, HttpClient http, Trail<CallbackRecord> log) {
        this.world = world;
        this.tokens = tokens;
        this.http = http;
        this.log = log;
    }

    /** Posts once. */
    Outcome send(String url, ObjectNode fields) {
        return post(url, fields, 1);
    }

    /** Posts, and again while the answer is missing or asks for it. */
    Outcome sendInsistently(String url, ObjectNode fields) {
        Outcome outcome = post(url, fields, 1);
        for (int again = 0; again < REPETITIONS && outcome == Outcome.UNREACHED; again++) {
            if (!Timers.pause(world.settings().now().retryPause().multipliedBy(1L << again))) {
                return outcome;
            }
            outcome = post(url, fields, again + 2);
        }
        return outcome;
    }

    private Outcome post(String url, ObjectNode fields, int attempt) {
        world.faults()
                .take(FaultName.CALLBACK_LATE, key(fields), status(fields))
                .ifPresent(fault -> Timers.pause(Duration.ofMillis(fault.millis())));
        ObjectNode body = fields.deepCopy();
        String bodyToken = tokens.bare(fields);
        String headerToken = tokens.wrapped(body);
        if (headerToken.length() >= HEADER_LIMIT && body.has("history")) {
            body.remove("changesurl");
            body.set("history", Json.object());
            headerToken = tokens.wrapped(body);
        }
        body.put("token", bodyToken);
        if (happens(FaultName.CALLBACK_LOST, body)) {
            return noted(url, body, attempt, 0, "never arrived", Outcome.UNREACHED);
        }
        return exchange(url, body, headerToken, attempt);
    }

    private boolean happens(FaultName fault, JsonNode fields) {
        return world.faults().take(fault, key(fields), status(fields)).isPresent();
    }

    private static String key(JsonNode fields) {
        return fields.path("key").asString("");
    }

    private static int status(JsonNode fields) {
        return fields.path("status").asInt(0);
    }

    private Outcome exchange(String url, ObjectNode body, String headerToken, int attempt) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(world.settings().now().callbackTimeout())
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json, text/plain, */*")
                    .header("User-Agent", "Node.js/6.13")
                    .header(tokens.headerName(), tokens.headerValue(headerToken))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answered(url, body, attempt, response.statusCode(), response.body());
        } catch (IOException | IllegalArgumentException e) {
            return noted(url, body, attempt, 0, e.toString(), Outcome.UNREACHED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return noted(url, body, attempt, 0, "interrupted", Outcome.UNREACHED);
        }
    }

    private Outcome answered(String url, JsonNode body, int attempt, int status, String answer) {
        if (happens(FaultName.CALLBACK_ANSWER_LOST, body)) {
            return noted(url, body, attempt, 0, "lost: " + answer, Outcome.UNREACHED);
        }
        return noted(url, body, attempt, status, answer, outcome(status, answer));
    }

    private static Outcome outcome(int status, String answer) {
        if (status == 429 || status >= 500) {
            return Outcome.UNREACHED;
        }
        boolean good = (status == 200 || status == 204)
                && looksLikeZero(Json.read(answer).path("error"));
        return good ? Outcome.ACCEPTED : Outcome.REFUSED;
    }

    /** The real server compares loosely, as its language does: the text "0" is as good as the number. */
    private static boolean looksLikeZero(JsonNode error) {
        return error.isString()
                ? error.asString().strip().matches("0*")
                : (error.isNumber() || error.isBoolean()) && error.asDouble() == 0;
    }

    private Outcome noted(String url, JsonNode body, int attempt, int status, String answer, Outcome outcome) {
        log.add(new CallbackRecord(
                world.clock().instant(),
                key(body),
                status(body),
                url,
                body,
                attempt,
                status,
                answer,
                outcome == Outcome.ACCEPTED));
        world.requests()
                .add(new LoggedRequest(world.clock().instant(), false, "POST", url, tokens.headerName(), "", status));
        return outcome;
    }
}
