package io.dealdocs.sandbox.docs;

import java.io.IOException;
import java.nio.file.Path;

/** Hands out results to whoever has their address, as long as it is valid. */
final class CacheEndpoint implements Endpoint {

    private final Results results;
    private final Faults faults;

    CacheEndpoint(Results results, Faults faults) {
        this.results = results;
        this.faults = faults;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        String path = exchange.path();
        Path file = results.file(path);
        Results.Check check = results.check(path, exchange.query("md5"), exchange.query("expires"));
        if (check == Results.Check.WRONG) {
            exchange.answer(403, "Forbidden");
        } else if (check == Results.Check.EXPIRED || faults.happens(FaultName.RESULT_GONE, Results.keyOf(path))) {
            exchange.answer(410, "Gone");
        } else if (file == null) {
            exchange.answer(404, "Not Found");
        } else {
            answer(file, exchange).send(exchange);
        }
    }

    private FileAnswer answer(Path file, Exchange exchange) {
        String key = Results.keyOf(exchange.path());
        FileAnswer answer = FileAnswer.of(file, exchange.query("filename"));
        faults.take(FaultName.RESULT_SLOW, key).ifPresent(fault -> answer.slow(Math.max(1, fault.millis())));
        return faults.happens(FaultName.RESULT_CUT, key) ? answer.cut() : answer;
    }
}
