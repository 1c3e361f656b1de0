package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.io.InputStream;

/** Scripts and styles of the pages, from the class path. */
final class StaticFiles {
    private StaticFiles() {}

    static Answer serve(Request request) throws IOException {
        String name = request.variable("name");
        if (!name.matches("[a-z]+\\.(js|css)")) {
            return Answer.text(404, "Not found");
        }
        try (InputStream in = StaticFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                return Answer.text(404, "Not found");
            }
            String type = name.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8";
            return Answer.of(200, type, in.readAllBytes()).with("Cache-Control", "no-cache");
        }
    }
}
