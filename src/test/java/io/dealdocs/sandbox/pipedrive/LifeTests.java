package io.dealdocs.sandbox.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sandbox keeps its state, can be steered from outside, and tells the app about an uninstall. */
class LifeTests {
    private static final long ACME = PipedriveSandbox.ACME;
    private static final PipedriveSandboxOptions EMPTY =
            PipedriveSandboxOptions.defaults().withEmptyDeals();

    @Test
    void stateOutlivesTheProcessWithoutAnyFarewell(@TempDir Path directory) throws IOException {
        PipedriveSandboxOptions options = EMPTY.withDataDirectory(directory);
        byte[] content = "kept".getBytes(StandardCharsets.UTF_8);
        SandboxGrant grant;
        long deleted;
        // Left open on purpose until the second one has read the state: nothing may depend on closing.
        try (PipedriveSandbox killed = PipedriveSandbox.start(options)) {
            grant = killed.install(ACME, Wire.ADA);
            deleted = killed.addFile(ACME, 5, Wire.ADA, "gone.docx", content).id();
            killed.deleteFile(ACME, deleted);
            killed.addFile(ACME, 5, Wire.ADA, "kept.docx", content);
            killed.clock().plus(Duration.ofMinutes(10));
            try (PipedriveSandbox again = PipedriveSandbox.start(options)) {
                assertThat(again.files(ACME, 5)).singleElement().satisfies(file -> {
                    assertThat(file.id()).isEqualTo(deleted + 1);
                    assertThat(file.bytes()).isEqualTo(content);
                });
                assertThat(again.installed(ACME, Wire.ADA)).isTrue();
                assertThat(again.clock().offset()).isEqualTo(Duration.ofMinutes(10));
                var me = new Wire(again).rest("GET", "/api/v1/users/me", grant.accessToken());
                assertThat(me.statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void temporaryFilesGoAway() {
        Path content;
        try (PipedriveSandbox sandbox = PipedriveSandbox.start(EMPTY)) {
            content = sandbox.addFile(ACME, 5, Wire.ADA, "a.docx", new byte[1]).content();
            assertThat(content).exists();
        }
        assertThat(content).doesNotExist();
    }

    @Test
    void uninstallingTellsTheAppWithItsOwnCredentials() throws Exception {
        try (SampleApp app = new SampleApp(new byte[0]);
                PipedriveSandbox sandbox = PipedriveSandbox.start(EMPTY.withApp(AppRegistration.at(app.origin())))) {
            SandboxGrant grant = sandbox.install(ACME, Wire.BEN);
            assertThat(sandbox.uninstall(ACME, Wire.BEN)).isEqualTo(200);
            SampleApp.Uninstall call = app.uninstalls.poll(5, TimeUnit.SECONDS);
            assertThat(call).isNotNull();
            assertThat(call.authorization())
                    .isEqualTo(
                            Wire.basic(sandbox.app().clientId(), sandbox.app().clientSecret()));
            JsonNode body = Json.MAPPER.readTree(call.body());
            assertThat(body.path("client_id").asString())
                    .isEqualTo(sandbox.app().clientId());
            assertThat(body.path("company_id").asLong()).isEqualTo(ACME);
            assertThat(body.path("user_id").asLong()).isEqualTo(Wire.BEN);
            assertThat(body.path("timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
            var refresh = Map.of("grant_type", "refresh_token", "refresh_token", grant.refreshToken());
            assertThat(new Wire(sandbox).token(refresh).statusCode()).isEqualTo(400);
            assertThat(sandbox.requests())
                    .anyMatch(entry -> entry.kind() == RecordedRequest.Kind.UNINSTALL && entry.status() == 200);
        }
    }

    @Test
    void deletedFileIsPurgedAfterThirtyDays() {
        try (PipedriveSandbox sandbox = PipedriveSandbox.start(EMPTY)) {
            SandboxFile file = sandbox.addFile(ACME, 5, Wire.ADA, "a.docx", new byte[1]);
            sandbox.deleteFile(ACME, file.id());
            sandbox.clock().plus(Duration.ofDays(31));
            SandboxFile other = sandbox.addFile(ACME, 5, Wire.ADA, "b.docx", new byte[1]);
            sandbox.deleteFile(ACME, other.id());
            assertThat(file.content()).doesNotExist();
            assertThat(other.content()).exists();
        }
    }

    private static HttpResponse<String> control(PipedriveSandbox sandbox, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(sandbox.storage().resolve("/__sandbox/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return new Wire(sandbox).send(request);
    }

    @Test
    void canBeSteeredOverHttpOnEveryOrigin() throws IOException {
        try (PipedriveSandbox sandbox = PipedriveSandbox.start(EMPTY)) {
            Wire wire = new Wire(sandbox);
            String token = sandbox.install(ACME, Wire.ADA).accessToken();
            String fault = "{\"name\":\"failNext\",\"operation\":\"GET /users/me\",\"status\":503,\"times\":1}";
            assertThat(control(sandbox, "fault", fault).statusCode()).isEqualTo(204);
            assertThat(wire.rest("GET", "/api/v1/users/me", token).statusCode()).isEqualTo(503);
            assertThat(control(sandbox, "clock", "{\"plusSeconds\":3700}").statusCode())
                    .isEqualTo(200);
            assertThat(wire.rest("GET", "/api/v1/users/me", token).statusCode()).isEqualTo(401);
            var log = Wire.json(wire.get(sandbox.globex().resolve("/__sandbox/requests")));
            assertThat(log).hasSize(2);
            assertThat(log.get(0).path("status").asInt()).isEqualTo(503);
            assertThat(control(sandbox, "fault", "{\"name\":\"nonsense\"}").body())
                    .contains("failNext");
            assertThat(control(sandbox, "reset", "").statusCode()).isEqualTo(204);
            assertThat(sandbox.installed(ACME, Wire.ADA)).isFalse();
        }
    }

    @Test
    void hangingRequestGetsNoAnswerAndChangesNothing() throws IOException {
        try (PipedriveSandbox sandbox = PipedriveSandbox.start(EMPTY)) {
            Wire wire = new Wire(sandbox);
            String token = sandbox.install(ACME, Wire.ADA).accessToken();
            long file =
                    sandbox.addFile(ACME, 5, Wire.ADA, "a.docx", new byte[1]).id();
            sandbox.faults().hangNext("DELETE /files/{id}", 1);
            var delete = HttpRequest.newBuilder(sandbox.acme().resolve("/api/v1/files/" + file))
                    .timeout(Duration.ofMillis(500))
                    .header("Authorization", "Bearer " + token)
                    .DELETE()
                    .build();
            assertThatThrownBy(() -> wire.send(delete)).isInstanceOf(HttpTimeoutException.class);
            assertThat(sandbox.files(ACME, 5)).hasSize(1);
            assertThat(wire.send(delete).statusCode()).isEqualTo(200);
        }
    }
}
