package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;

/** Takes the app away from a member and tells the app so (pipedrive contract, section 1.5). */
final class Uninstaller implements AutoCloseable {
    private final World world;
    private final Grants grants;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    Uninstaller(World world, Grants grants) {
        this.world = world;
        this.grants = grants;
    }

    /** The status that the app answered; 0 if it did not. */
    int uninstall(Member member) {
        grants.uninstall(member);
        Instant began = world.clock().instant();
        int status = call(member);
        Duration took = Duration.between(began, world.clock().instant());
        world.log()
                .add(new RecordedRequest(
                        RecordedRequest.Kind.UNINSTALL,
                        "DELETE",
                        world.app().callbackUrl().getPath(),
                        "",
                        status,
                        OptionalLong.of(member.companyId()),
                        OptionalLong.of(member.userId()),
                        0,
                        began,
                        took));
        return status;
    }

    private int call(Member member) {
        AppRegistration app = world.app();
        String basic = app.clientId() + ":" + app.clientSecret();
        String header = "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(app.callbackUrl())
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", header)
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString(body(member)))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private String body(Member member) {
        var body = Json.object().put("client_id", world.app().clientId());
        if (world.faults().is(Switch.UNINSTALL_IDS_ARE_STRINGS)) {
            body.put("company_id", Long.toString(member.companyId())).put("user_id", Long.toString(member.userId()));
        } else {
            body.put("company_id", member.companyId()).put("user_id", member.userId());
        }
        return Json.text(body.put("timestamp", FileJson.time(world.clock().instant())));
    }

    @Override
    public void close() {
        client.close();
    }
}
