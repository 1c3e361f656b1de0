package io.dealdocs;

import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.MemberId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;

/** Somebody's window for new documents with the tab for uploads in front, as a browser has it over the wire. */
final class UploadWindow {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Visitor browser;
    private final VaadinPage page;
    private final String target;

    private UploadWindow(Visitor browser, VaadinPage page) {
        this.browser = browser;
        this.page = page;
        page.change(page.node("slot", "tabs"), "selected", 1);
        target = "/" + page.attribute("target");
    }

    static UploadWindow open(String app, PipedriveSandbox pipedrive, MemberId member, long deal) {
        Visitor browser = new Visitor(app);
        URI address = URI.create(app + "/create?resource=deal&selectedIds=" + deal + "&token="
                + pipedrive.frameToken(member.company().value(), member.user().value()));
        return new UploadWindow(browser, VaadinPage.open(new Wire(browser), address, PATIENCE, PAUSE));
    }

    /** Sends a file as the upload field does. */
    HttpResponse<String> send(String name, String line, byte[] bytes) {
        return browser.send(HttpRequest.newBuilder(browser.address(target))
                .header("Content-Type", "application/octet-stream")
                .header("X-Filename", VaadinPage.encoded(name).replace("+", "%20"))
                .header("X-Upload-Line", line)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    /** Announces so many bytes, sends these and breaks the connection off. */
    void breakOff(String name, int announced, byte[] bytes) throws IOException {
        URI address = browser.address(target);
        String head = "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + browser.cookies()
                + "\r\nContent-Type: application/octet-stream\r\nX-Filename: " + name + "\r\nContent-Length: "
                + announced + "\r\n\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                OutputStream out = socket.getOutputStream()) {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
        }
    }

    /** The reason that the browser tells at a file. */
    static String reason(HttpResponse<String> answer) {
        return new ObjectMapper()
                .readTree(answer.body())
                .path("rejected")
                .path(0)
                .path("reason")
                .asString();
    }

    /** Everything the page was told since it was opened. */
    String told() {
        page.send();
        return page.changes().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** A page's way to the application. */
    private record Wire(Visitor browser) implements VaadinPage.Line {

        @Override
        public String get(String where) {
            return browser.get(where).body();
        }

        @Override
        public String post(String where, String message) {
            return browser.send(HttpRequest.newBuilder(browser.address(where))
                            .header("Content-Type", "application/json; charset=UTF-8")
                            .POST(HttpRequest.BodyPublishers.ofString(message)))
                    .body();
        }
    }
}
