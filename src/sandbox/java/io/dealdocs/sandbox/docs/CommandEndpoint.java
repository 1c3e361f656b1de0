package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.Saving.ForceSave;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The command service: always HTTP 200, the error in the body. */
final class CommandEndpoint implements Endpoint {

    static final String VERSION = "9.3.1.10";

    private static final int OK = 0;
    private static final int NO_KEY = 1;
    private static final int UNKNOWN_COMMAND = 5;
    private static final int BAD_TOKEN = 6;
    private static final int EXPIRED_TOKEN = 7;

    private final World world;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Forgotten forgotten;
    private final Results results;

    CommandEndpoint(World world, Tokens tokens, Sessions sessions, Forgotten forgotten, Results results) {
        this.world = world;
        this.tokens = tokens;
        this.sessions = sessions;
        this.forgotten = forgotten;
        this.results = results;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        world.faults()
                .take(FaultName.COMMAND_LATE, "")
                .ifPresent(fault -> Timers.pause(Duration.ofMillis(fault.millis())));
        if (world.faults().happens(FaultName.COMMAND_FAILS, "")) {
            exchange.answer(503, "Service Unavailable");
            return;
        }
        try {
            ObjectNode params = tokens.inbound(exchange.json(), exchange.header(tokens.headerName()));
            exchange.json(command(params, exchange.base()));
        } catch (JwtException e) {
            exchange.json(error(e.kind() == JwtException.Kind.EXPIRED ? EXPIRED_TOKEN : BAD_TOKEN));
        }
    }

    private ObjectNode command(ObjectNode params, String base) {
        String c = params.path("c").asString("");
        return switch (c) {
            case "version" -> error(OK).put("version", VERSION);
            case "license" -> License.answer();
            case "getForgottenList" -> forgottenList();
            default -> withKey(c, params.path("key"), params, base);
        };
    }

    private ObjectNode forgottenList() {
        ObjectNode answer = error(OK);
        ArrayNode keys = answer.putArray("keys");
        forgotten.keys().forEach(keys::add);
        return answer;
    }

    private ObjectNode withKey(String c, JsonNode given, ObjectNode params, String base) {
        if (!given.isString() || given.asString().isEmpty()) {
            return error(NO_KEY);
        }
        String key = given.asString();
        ObjectNode answer = Json.object().put("key", key);
        int error = switch (c) {
            case "info" -> info(key, params, answer);
            case "forcesave" -> forceSave(key, params);
            case "drop" -> drop(key, params);
            case "meta" -> meta(key, params);
            case "getForgotten" -> getForgotten(key, base, answer);
            case "deleteForgotten" -> forgotten.delete(key) ? OK : NO_KEY;
            default -> UNKNOWN_COMMAND;
        };
        return answer.put("error", error);
    }

    private int info(String key, ObjectNode params, ObjectNode answer) {
        Optional<Session> session = sessions.find(key)
                .filter(found -> !found.closed() || world.settings().now().infoAnswersClosedKeys());
        if (session.isEmpty() || !session.get().info(params.path("userdata").asString(""))) {
            return NO_KEY;
        }
        ArrayNode users = answer.putArray("users");
        session.get().room().editorIds().forEach(users::add);
        return OK;
    }

    private int forceSave(String key, ObjectNode params) {
        ForceSave request =
                new ForceSave(ForceSave.COMMAND, params.path("userdata").asString(""), "");
        return sessions.find(key).map(session -> session.force(request)).orElse(NO_KEY);
    }

    private int drop(String key, ObjectNode params) {
        List<String> users = new ArrayList<>();
        params.path("users").forEach(user -> users.add(user.asString("")));
        sessions.find(key).ifPresent(session -> session.drop(users));
        return OK;
    }

    private int meta(String key, ObjectNode params) {
        if (!params.path("meta").isObject()) {
            return UNKNOWN_COMMAND;
        }
        sessions.find(key).ifPresent(session -> session.room().tell("meta", params.path("meta")));
        return OK;
    }

    private int getForgotten(String key, String base, ObjectNode answer) {
        Optional<Forgotten.File> file = forgotten.find(key);
        file.ifPresent(kept ->
                answer.put("url", results.publishForgotten(base, key, kept.path(), "output." + kept.fileType())));
        return file.isPresent() ? OK : NO_KEY;
    }

    private static ObjectNode error(int code) {
        return Json.object().put("error", code);
    }
}
