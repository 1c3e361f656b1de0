package io.dealdocs.sandbox.docs;

import java.io.IOException;

/** What the server says about itself without being asked for a token. */
final class InfoEndpoint implements Endpoint {

    private final Faults faults;

    InfoEndpoint(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        switch (exchange.path()) {
            case "/healthcheck" ->
                exchange.answer(200, String.valueOf(!faults.happens(FaultName.HEALTHCHECK_FALSE, "")));
            case "/info/info.json" -> exchange.json(License.answer());
            case "/index.html" ->
                exchange.answer(
                        200,
                        "Server is functioning normally. Version: " + CommandEndpoint.VERSION
                                + ". Docs sandbox, a stand-in.");
            case "/baseurl" -> exchange.answer(200, exchange.base());
            default -> exchange.answer(404, "There is nothing at " + exchange.path());
        }
    }
}
