package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;

/** Answers a REST request of a known caller. */
@FunctionalInterface
interface RestHandler {
    /** As {@link Handler#handle}, for the given caller. */
    Answer handle(Caller caller, Request request) throws IOException;
}
