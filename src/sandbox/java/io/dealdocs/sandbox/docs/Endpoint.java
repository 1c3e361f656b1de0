package io.dealdocs.sandbox.docs;

import java.io.IOException;

/** Answers requests of one part of the server. */
@FunctionalInterface
interface Endpoint {

    void handle(Exchange exchange) throws IOException;
}
