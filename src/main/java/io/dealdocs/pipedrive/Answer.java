package io.dealdocs.pipedrive;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/** A whole answer of a few kilobytes; it prints nothing of itself, for tokens and signed addresses may be in it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, HttpHeaders headers, byte[] body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** A header's first value; empty where there is none. */
    String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** A header's whole number; -1 where there is none. */
    int count(String name) {
        String value = header(name);
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    }

    /** Whether a page for people came instead of JSON: something in front of Pipedrive answered. */
    boolean isPage() {
        return header(HttpHeaders.CONTENT_TYPE).startsWith("text/html") || text().startsWith("<");
    }

    LenientJson json() {
        return LenientJson.of(body);
    }

    private String text() {
        return new String(body, StandardCharsets.UTF_8).strip();
    }

    @Override
    public String toString() {
        return "Answer[status=" + status + "]";
    }
}
