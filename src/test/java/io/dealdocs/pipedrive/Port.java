package io.dealdocs.pipedrive;

import io.dealdocs.shared.ContentSource;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.Secret;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** The real adapter, pointed at a stub and impatient. */
final class Port {

    static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Secret TOKEN = new Secret("v1u:the-access-token-nobody-may-see");
    static final String CLIENT_SECRET = "the-client-secret-nobody-may-see";

    private Port() {}

    static RestPipedrive to(StubPipedrive stub) {
        return to(stub, Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    static RestPipedrive to(StubPipedrive stub, Duration answer, Duration transfer) {
        return to(stub.url(), answer, transfer);
    }

    static RestPipedrive to(URI origin, Duration answer, Duration transfer) {
        PipedriveProperties properties = new PipedriveProperties(
                "the-client",
                CLIENT_SECRET,
                "",
                "",
                origin,
                Pattern.compile("http://127\\.0\\.0\\.1:\\d+"),
                Duration.ofSeconds(2),
                answer,
                transfer);
        return new RestPipedrive(properties, new Tries(3, Duration.ofMillis(1), answer), CLOCK);
    }

    static PipedriveAccess access(StubPipedrive stub) {
        return new PipedriveAccess(stub.url(), TOKEN);
    }

    static NewPipedriveFile newFile(String name, String content) {
        return new NewPipedriveFile(new DealId(7), name, "text/plain", content(content));
    }

    static ContentSource content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ContentSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /** A file object with the fields that every test needs and the given ones besides. */
    static String file(long id, String name, String fields) {
        return """
                {"id":%d,"user_id":1001,"add_time":"2026-04-01 22:03:28","update_time":"2026-04-02 10:00:00",\
                "file_name":"3c553e3e.txt","file_size":18,"active_flag":true,"inline_flag":false,\
                "remote_location":"s3","name":"%s","deal_id":7%s}""".formatted(id, name, fields);
    }

    static String data(String data) {
        return "{\"success\":true,\"data\":" + data + "}";
    }
}
