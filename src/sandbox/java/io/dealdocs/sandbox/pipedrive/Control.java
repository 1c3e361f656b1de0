package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The sandbox's own remote control, the same on every origin. */
final class Control {
    private static final String PREFIX = "/__sandbox/";

    private final SandboxParts parts;
    private final Pages pages;
    private final Map<String, Consumer<JsonNode>> faults;

    Control(SandboxParts parts) {
        this.parts = parts;
        faults = faults(parts);
        pages = new Pages()
                .on("POST", PREFIX + "reset", this::reset)
                .on("POST", PREFIX + "fault", this::fault)
                .on("POST", PREFIX + "clock", this::clock)
                .on(
                        "GET",
                        PREFIX + "requests",
                        _ -> Answer.json(200, parts.world().log().json()))
                .on("DELETE", PREFIX + "requests", this::forget);
    }

    static boolean owns(String path) {
        return path.startsWith(PREFIX);
    }

    /** This control first, everything else by the other. */
    Handler orElse(Handler other) {
        return request -> owns(request.path()) ? handle(request) : other.handle(request);
    }

    Answer handle(Request request) throws IOException {
        // A page of another site must not be able to steer the sandbox of whoever looks at it.
        if (request.header("Origin").isPresent() && !request.contentType().equals("application/json")) {
            return Answer.text(415, "Send application/json");
        }
        return pages.handle(request);
    }

    private Answer reset(Request request) {
        parts.reset();
        return Answer.empty(204);
    }

    private Answer forget(Request request) {
        parts.world().log().clear();
        return Answer.empty(204);
    }

    private Answer clock(Request request) throws IOException {
        parts.world()
                .clock()
                .plus(Duration.ofSeconds(request.json().path("plusSeconds").asLong(0)));
        return Answer.json(
                200, Json.object().put("now", parts.world().clock().instant().toString()));
    }

    private Answer fault(Request request) throws IOException {
        JsonNode body = request.json();
        String name = body.path("name").asString("");
        Consumer<JsonNode> action = faults.get(name);
        if (action == null) {
            return Answer.text(
                    400, "There is no fault \"" + name + "\". There are: " + String.join(", ", faults.keySet()));
        }
        action.accept(body);
        return Answer.empty(204);
    }

    private static Map<String, Consumer<JsonNode>> faults(SandboxParts parts) {
        SandboxFaults faults = parts.world().faults();
        Map<String, Consumer<JsonNode>> all = new LinkedHashMap<>();
        all.put(
                "failNext",
                body -> faults.failNext(operation(body), body.path("status").asInt(500), times(body)));
        all.put("forbidNextWithPage", body -> faults.forbidNextWithPage(operation(body), times(body)));
        all.put("delayNext", body -> faults.delayNext(operation(body), delay(body), times(body)));
        all.put("hangNext", body -> faults.hangNext(operation(body), times(body)));
        all.put("loseAnswerOfNext", body -> faults.loseAnswerOfNext(operation(body), times(body)));
        all.put("slowDownNext", body -> faults.slowDownNext(operation(body), delay(body), times(body)));
        all.put(
                "hideDeal",
                body -> faults.hideDeal(
                        body.path("companyId").asLong(0),
                        body.path("dealId").asLong(0),
                        body.path("userIds").values().stream()
                                .mapToLong(id -> id.asLong(0))
                                .toArray()));
        all.put("dropScope", body -> faults.dropScope(body.path("scope").asString("")));
        all.put("dailyBudget", body -> faults.dailyBudget(body.path("tokens").asLong(0)));
        all.put("burst", body -> faults.burst(body.path("requests").asInt(0)));
        all.put("fileSizeLimit", body -> faults.fileSizeLimit(body.path("bytes").asLong(0)));
        all.put("frameTimeout", body -> faults.frameTimeout(delay(body)));
        all.put("frameStaysSilent", body -> faults.frameStaysSilent(on(body)));
        all.put("downloadWithoutRedirect", body -> faults.downloadWithoutRedirect(on(body)));
        all.put("switch", body -> faults.set(which(body), on(body)));
        all.put("expireAccessTokens", _ -> parts.grants().expireAccessTokens());
        all.put("invalidateRefreshTokens", _ -> parts.grants().invalidateRefreshTokens());
        all.put("clear", _ -> faults.clear());
        return all;
    }

    private static String operation(JsonNode body) {
        return body.path("operation").asString("*");
    }

    private static int times(JsonNode body) {
        return body.path("times").asInt(1);
    }

    private static Duration delay(JsonNode body) {
        return Duration.ofMillis(body.path("millis").asLong(1000));
    }

    private static boolean on(JsonNode body) {
        return body.path("on").asBoolean(true);
    }

    private static Switch which(JsonNode body) {
        try {
            return Switch.valueOf(body.path("switch").asString("").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Answer.text(400, "There is no such switch"), e);
        }
    }
}
