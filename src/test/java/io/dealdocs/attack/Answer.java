package io.dealdocs.attack;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the application answered. */
@SuppressWarnings("ArrayRecordComponent") // an answer is never compared with another
record Answer(int status, HttpHeaders headers, byte[] body) {

    /** The body, byte by byte. */
    String text() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    List<String> all(String name) {
        return headers.allValues(name);
    }

    /** Everything that reached the one who asked. */
    String everything() {
        return status + " " + headers.map() + "\n" + text();
    }
}
