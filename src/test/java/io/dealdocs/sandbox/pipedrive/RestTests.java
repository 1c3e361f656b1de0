package io.dealdocs.sandbox.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The REST interface behaves as the contract says, oddities included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestTests {
    private static final long ACME = PipedriveSandbox.ACME;

    private final PipedriveSandbox sandbox = PipedriveSandbox.start(PipedriveSandboxOptions.defaults());
    private final Wire wire = new Wire(sandbox);
    private String ada = "";
    private String ben = "";

    @BeforeAll
    void warmUp() {
        assertThat(sandbox.files(ACME, 1)).hasSize(28);
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @BeforeEach
    void start() {
        sandbox.reset();
        ada = sandbox.install(ACME, Wire.ADA).accessToken();
        ben = sandbox.install(ACME, Wire.BEN).accessToken();
    }

    private JsonNode data(String path) throws IOException {
        var response = wire.rest("GET", path, ada);
        assertThat(response.statusCode()).isEqualTo(200);
        return Wire.json(response).path("data");
    }

    private static void assertApplicationError(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Wire.json(response).path("success").asBoolean()).isFalse();
        assertThat(Wire.json(response).path("error_info").asString()).isNotEmpty();
    }

    @Test
    void onlyAnAdministratorHasAccountSettings() throws IOException {
        assertThat(data("/api/v1/users/me").path("access").toString()).contains("account_settings");
        var plain = Wire.json(wire.rest("GET", "/v1/users/me", ben)).path("data");
        assertThat(plain.path("access").toString()).doesNotContain("account_settings");
        assertThat(plain.path("language").path("language_code").asString()).isEqualTo("de");
        assertThat(plain.path("company_id").asLong()).isEqualTo(ACME);
    }

    @Test
    void userWithoutApiRightsIsForbidden() throws IOException {
        String dan = sandbox.install(ACME, Wire.DAN).accessToken();
        assertApplicationError(wire.rest("GET", "/api/v2/deals/1", dan), 403);
    }

    @Test
    void tokenOfOneCompanyIsNothingAtTheOther() throws IOException {
        String gus = sandbox.install(PipedriveSandbox.GLOBEX, Wire.GUS).accessToken();
        assertThat(wire.rest("GET", "/api/v2/deals/1", gus).statusCode()).isEqualTo(401);
    }

    @Test
    void invisibleAndAbsentDealsLookAlike() throws IOException {
        assertThat(data("/api/v2/deals/2").path("visible_to").asInt()).isEqualTo(1);
        var invisible = wire.rest("GET", "/api/v2/deals/2", ben);
        var absent = wire.rest("GET", "/api/v2/deals/999", ben);
        assertApplicationError(invisible, 404);
        assertThat(invisible.body()).isEqualTo(absent.body());
        assertApplicationError(wire.rest("GET", "/api/v1/deals/2/files", ben), 404);
        long hidden = sandbox.files(ACME, 2).getFirst().id();
        assertApplicationError(wire.rest("GET", "/api/v1/files/" + hidden + "/download", ben), 404);
        assertApplicationError(wire.rest("DELETE", "/api/v1/files/" + hidden, ben), 404);
        assertApplicationError(wire.upload(ben, "2", "x.txt", new byte[1]), 404);
    }

    @Test
    void visibilityFollowsGroups() throws IOException {
        assertThat(data("/api/v1/deals/3/permittedUsers").toString())
                .contains("1002")
                .doesNotContain("1003");
        assertThat(data("/api/v1/deals/4/permittedUsers").toString()).contains("1003");
    }

    @Test
    void missingScopeIsScopeAndUrlMismatch() throws IOException {
        sandbox.faults().dropScope("deals:full");
        var response = wire.rest("GET", "/api/v1/deals/1/files", ada);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Wire.json(response).path("error").asString()).isEqualTo("Scope and URL mismatch");
    }

    @Test
    void unknownPathIsUnauthorizedWithoutATokenAndAbsentWithOne() throws IOException {
        assertThat(wire.get(sandbox.acme().resolve("/api/v1/nothing")).statusCode())
                .isEqualTo(401);
        assertThat(wire.rest("GET", "/api/v1/nothing", ada).statusCode()).isEqualTo(404);
        var malformed = HttpRequest.newBuilder(sandbox.acme().resolve("/api/v1/users/me"))
                .header("Authorization", ada)
                .build();
        assertThat(wire.send(malformed).statusCode()).isEqualTo(400);
    }

    @Test
    void listsInPagesOfAtMostOneHundred() throws IOException {
        var first = Wire.json(wire.rest("GET", "/api/v1/deals/8/files?limit=500", ada));
        assertThat(first.path("data").size()).isEqualTo(100);
        JsonNode pagination = first.path("additional_data").path("pagination");
        assertThat(pagination.path("more_items_in_collection").asBoolean()).isTrue();
        assertThat(pagination.path("next_start").asInt()).isEqualTo(100);
        var second = Wire.json(wire.rest("GET", "/api/v1/deals/8/files?start=100", ada));
        assertThat(second.path("data").size()).isEqualTo(30);
        assertThat(second.path("additional_data").path("pagination").has("next_start"))
                .isFalse();
        sandbox.faults().set(Switch.REFUSES_LARGE_LIST_LIMIT, true);
        assertApplicationError(wire.rest("GET", "/api/v1/deals/8/files?limit=101", ada), 400);
    }

    @Test
    void sortsByIdOrUpdateTimeOnly() throws IOException {
        JsonNode newest = data("/api/v1/deals/8/files?sort=update_time%20DESC&limit=2");
        assertThat(newest.get(0).path("id").asLong())
                .isEqualTo(newest.get(1).path("id").asLong() + 1);
        assertApplicationError(wire.rest("GET", "/api/v1/deals/8/files?sort=add_time", ada), 400);
    }

    @Test
    void emptyListIsNull() throws IOException {
        assertThat(data("/api/v1/deals/5/files").isNull()).isTrue();
        sandbox.faults().set(Switch.EMPTY_LIST_IS_AN_ARRAY, true);
        assertThat(data("/api/v1/deals/5/files").isArray()).isTrue();
    }

    @Test
    void listHasTheOddKindsOfFiles() throws IOException {
        JsonNode files = data("/api/v1/deals/1/files");
        assertThat(files.toString())
                .contains("\"remote_location\":\"googledocs\"", "\"inline_flag\":true", "\"file_type\":\"img\"");
        assertThat(files.get(0).path("add_time").asString()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(files.get(0).path("description").asString()).isEmpty();
        assertThat(data("/api/v1/files/1").path("description").isNull()).isTrue();
        assertThat(files.get(0).path("file_name").asString())
                .isNotEqualTo(files.get(0).path("name").asString());
    }

    @Test
    void chargesTheDailyBudgetAndStopsAtItsEnd() throws IOException {
        long before = sandbox.spentToday(ACME);
        var list = wire.rest("GET", "/api/v1/deals/1/files", ada);
        assertThat(list.headers().firstValue("x-sandbox-cost")).contains("20");
        assertThat(sandbox.spentToday(ACME)).isEqualTo(before + 20);
        sandbox.faults().dailyBudget(before + 21);
        assertThat(wire.rest("GET", "/api/v2/deals/1", ada).statusCode()).isEqualTo(200);
        var over = wire.rest("GET", "/api/v2/deals/1", ada);
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.headers().firstValue("x-daily-ratelimit-token-remaining"))
                .contains("0");
        sandbox.clock().plus(Duration.ofDays(1));
        ada = sandbox.install(ACME, Wire.ADA).accessToken();
        assertThat(wire.rest("GET", "/api/v2/deals/1", ada).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesABurst() throws IOException {
        sandbox.faults().burst(3);
        for (int i = 0; i < 3; i++) {
            assertThat(wire.rest("GET", "/api/v2/deals/1", ada).statusCode()).isEqualTo(200);
        }
        assertThat(wire.rest("GET", "/api/v2/deals/1", ada).statusCode()).isEqualTo(429);
        assertThat(wire.rest("GET", "/api/v2/deals/1", ben).statusCode()).isEqualTo(200);
        sandbox.clock().plus(Duration.ofSeconds(3));
        assertThat(wire.rest("GET", "/api/v2/deals/1", ada).statusCode()).isEqualTo(200);
    }

    @Test
    void browserMayCallFromAnotherOrigin() throws IOException {
        var preflight = HttpRequest.newBuilder(sandbox.acme().resolve("/api/v1/files"))
                .method("OPTIONS", BodyPublishers.noBody())
                .build();
        var response = wire.send(preflight);
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("authorization");
    }
}
