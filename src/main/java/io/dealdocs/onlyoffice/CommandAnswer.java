package io.dealdocs.onlyoffice;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a Docs server answers to a command (onlyoffice-docs-server contract, section 3.6).
 *
 * @param error 0 when all is well
 * @param body the whole answer
 */
record CommandAnswer(int error, JsonNode body) {

    static final int OK = 0;
    static final int UNKNOWN_KEY = 1;
    static final int NOTHING_NEW = 4;
    private static final int BAD_TOKEN = 6;
    private static final int EXPIRED_TOKEN = 7;

    static CommandAnswer read(JsonMapper json, byte[] bytes) {
        try {
            var body = json.readTree(bytes);
            var error = body.path("error");
            if (error.isInt()) {
                return new CommandAnswer(error.intValue(), body).accepted();
            }
        } catch (JacksonException e) {
            throw new DocumentServerException.NotADocsServer("the answer is not JSON");
        }
        throw new DocumentServerException.NotADocsServer("the answer is none of a Docs server");
    }

    private CommandAnswer accepted() {
        if (error == BAD_TOKEN || error == EXPIRED_TOKEN) {
            throw new DocumentServerException.TokenRefused(error == EXPIRED_TOKEN);
        }
        return this;
    }

    boolean is(int other) {
        return error == other;
    }

    CommandAnswer requireOk() {
        if (error != OK) {
            throw failure();
        }
        return this;
    }

    DocumentServerException failure() {
        return new DocumentServerException.Failed("the Docs server answers error " + error);
    }

    List<String> texts(String name) {
        return CallbackReader.texts(body.get(name));
    }
}
