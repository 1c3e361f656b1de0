package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table of addresses and their handlers; the first that fits answers. */
final class Pages implements Handler {
    private record Entry(String method, PathTemplate template, Handler handler) {}

    private final List<Entry> entries = new ArrayList<>();

    Pages on(String method, String template, Handler handler) {
        entries.add(new Entry(method, new PathTemplate(template), handler));
        return this;
    }

    @Override
    public Answer handle(Request request) throws IOException {
        for (Entry entry : entries) {
            var variables = entry.template().match(request.path());
            if (variables.isPresent() && entry.method().equals(request.method())) {
                return entry.handler().handle(request.withVariables(variables.get()));
            }
        }
        return Answer.html(404, "<!doctype html><title>Not found</title><h1>Page not found</h1>");
    }
}
