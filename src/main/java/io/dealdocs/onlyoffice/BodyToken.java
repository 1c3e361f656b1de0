package io.dealdocs.onlyoffice;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads the one thing of a callback's body that may be read before it is verified: its token. */
final class BodyToken {

    private static final int LONGEST = 32 * 1024 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(LONGEST).build())
            .build();

    private BodyToken() {}

    /** The {@code token} at the top of the body, or nothing where the body has none or is no JSON. */
    static Optional<String> of(byte[] body) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? search(parser) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> search(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var wanted = parser.currentName().equals("token");
            if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
                return Optional.of(parser.getString()).filter(token -> !token.isEmpty());
            }
            parser.skipChildren();
        }
        return Optional.empty();
    }
}
