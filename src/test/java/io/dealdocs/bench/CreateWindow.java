package io.dealdocs.bench;

import io.dealdocs.VaadinPage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The window for new documents in somebody's browser, with the tab for uploads in front. */
final class CreateWindow {

    private final Browser browser;
    private final URI target;

    private CreateWindow(Browser browser, URI target) {
        this.browser = browser;
        this.target = target;
    }

    static CreateWindow open(Browser browser, URI address) {
        VaadinPage page = browser.page(address);
        page.change(page.node("slot", "tabs"), "selected", 1);
        return new CreateWindow(browser, address.resolve("/" + page.attribute("target")));
    }

    /** Uploads a file as the browser's upload field does. */
    void upload(String name, Content content) throws IOException {
        try (InputStream bytes = content.open()) {
            HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofInputStream(() -> bytes), content.size());
            HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(target)
                    .header("Content-Type", "application/octet-stream")
                    .header(
                            "X-Filename",
                            URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                    .POST(body));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the upload was answered " + answer.statusCode());
            }
        }
    }
}
