package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;

/** Answers a request. */
@FunctionalInterface
interface Handler {
    /**
     * Answers a request.
     *
     * @throws IOException when the connection or the disk fails
     * @throws Refusal with the answer to give instead
     */
    Answer handle(Request request) throws IOException;
}
