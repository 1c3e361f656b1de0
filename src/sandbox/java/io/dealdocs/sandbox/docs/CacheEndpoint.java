package io.dealdocs.sandbox.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Hands out results to whoever has their address, as long as it is valid. */
final class CacheEndpoint implements Endpoint {

    private static final String PROXY_PAGE =
            "<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Back soon.</body></html>";

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
        } else if (!broken(exchange, Results.keyOf(path))) {
            answer(file, exchange).send(exchange);
        }
    }

    /** Whether something else than the file was answered. */
    private boolean broken(Exchange exchange, String key) throws IOException {
        if (faults.happens(FaultName.RESULT_HTML, key)) {
            exchange.answer(200, "text/html; charset=utf-8", PROXY_PAGE.getBytes(StandardCharsets.UTF_8));
        } else if (faults.happens(FaultName.RESULT_EMPTY, key)) {
            exchange.answer(200, "application/octet-stream", new byte[0]);
        } else if (faults.happens(FaultName.RESULT_REDIRECTS, key)) {
            exchange.set("Location", exchange.target() + "&redirected=1");
            exchange.answer(302, "Found");
        } else {
            return false;
        }
        return true;
    }

    private FileAnswer answer(Path file, Exchange exchange) {
        String key = Results.keyOf(exchange.path());
        FileAnswer answer = FileAnswer.of(file, exchange.query("filename"));
        faults.take(FaultName.RESULT_SLOW, key).ifPresent(fault -> answer.slow(Math.max(1, fault.millis())));
        if (faults.happens(FaultName.RESULT_HALF, key)) {
            return answer.half();
        }
        return faults.happens(FaultName.RESULT_CUT, key) ? answer.cut() : answer;
    }
}
