package io.dealdocs.sandbox.docs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of callbacks, in the order the real server writes them; the token is added when they are sent. */
final class CallbackBody {

    static final int LEFT = 0;
    static final int JOINED = 1;
    static final int PRESSED_SAVE = 2;

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final ObjectNode fields = Json.object();

    private CallbackBody(String key, int status) {
        fields.put("key", key);
        fields.put("status", status);
    }

    static CallbackBody of(String key, int status) {
        return new CallbackBody(key, status);
    }

    CallbackBody users(List<String> ids) {
        ArrayNode users = fields.putArray("users");
        ids.forEach(users::add);
        return this;
    }

    CallbackBody action(int type, String userId) {
        fields.putArray("actions").addObject().put("type", type).put("userid", userId);
        return this;
    }

    CallbackBody result(Assembly assembly) {
        fields.put("url", assembly.url());
        if (!assembly.changesUrl().isEmpty()) {
            fields.put("changesurl", assembly.changesUrl());
            fields.set("history", assembly.history());
        }
        return this;
    }

    CallbackBody put(String name, String value) {
        fields.put(name, value);
        return this;
    }

    CallbackBody put(String name, int value) {
        fields.put(name, value);
        return this;
    }

    CallbackBody put(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    CallbackBody lastSave(Instant time) {
        fields.put("lastsave", time.truncatedTo(ChronoUnit.MILLIS).toString());
        return this;
    }

    ObjectNode fields() {
        return fields;
    }

    static String seconds(Instant time) {
        return SECONDS.format(time);
    }
}
