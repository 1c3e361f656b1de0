package io.dealdocs.sandbox.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Uploads, downloads, renames and deletes behave as the contract says, and fail on demand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestFilesTests {
    private static final long ACME = PipedriveSandbox.ACME;
    private static final String ODD_NAME = "Tarjous – 見積 🚀 & \\\"yö\\\".docx";

    private final PipedriveSandbox sandbox = PipedriveSandbox.start(PipedriveSandboxOptions.defaults());
    private final Wire wire = new Wire(sandbox);
    private String ada = "";

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
    void uploadKeepsAnOddUtf8NameAndEveryByte() throws IOException {
        byte[] content = new byte[200_000];
        new Random(7).nextBytes(content);
        byte[] trap = "\r\n--odd boundary\r\n--odd boundary'".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(trap, 0, content, 65_530, trap.length);
        var response = wire.upload(ada, "5", ODD_NAME, content);
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode file = Wire.json(response).path("data");
        assertThat(file.path("name").asString()).isEqualTo("Tarjous – 見積 🚀 & \"yö\".docx");
        assertThat(file.path("org_name").asString()).isEqualTo("Northwind AB");
        assertThat(sandbox.files(ACME, 5)).singleElement().satisfies(stored -> {
            assertThat(stored.bytes()).isEqualTo(content);
            assertThat(stored.userId()).isEqualTo(Wire.ADA);
        });
    }

    @Test
    void uploadNeedsAFileADealAndALength() throws IOException {
        assertApplicationError(wire.upload(ada, "", "x.txt", new byte[1]), 400);
        var chunked = wire.rest(
                "POST",
                "/api/v1/files",
                ada,
                "multipart/form-data; boundary=x",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[9])));
        assertApplicationError(chunked, 411);
        var json = wire.rest("POST", "/api/v1/files", ada, "application/json", BodyPublishers.ofString("{}"));
        assertApplicationError(json, 400);
    }

    @Test
    void tooLargeAFileIsRefusedAndLeavesNothing() throws IOException {
        sandbox.faults().fileSizeLimit(1000);
        assertThat(wire.upload(ada, "5", "fits.bin", new byte[1000]).statusCode())
                .isEqualTo(200);
        assertApplicationError(wire.upload(ada, "5", "big.bin", new byte[1001]), 413);
        assertApplicationError(wire.upload(ada, "5", "huge.bin", new byte[2_000_000]), 413);
        assertThat(sandbox.files(ACME, 5)).hasSize(1);
        sandbox.faults().set(Switch.TOO_LARGE_IS_BAD_REQUEST, true);
        assertApplicationError(wire.upload(ada, "5", "big.bin", new byte[1001]), 400);
    }

    @Test
    void downloadIsARedirectToStorageThatRefusesTokensAndExpires() throws IOException {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        long id = sandbox.addFile(ACME, 5, Wire.ADA, "Über.docx", content).id();
        var response = wire.rest("GET", "/api/v1/files/" + id + "/download", ada);
        assertThat(response.statusCode()).isEqualTo(302);
        URI location = URI.create(response.headers().firstValue("Location").orElseThrow());
        assertThat(location.toString()).startsWith(sandbox.storage().toString());
        var stored = wire.get(location);
        assertThat(stored.body()).isEqualTo("content");
        assertThat(stored.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("%C3%9Cber.docx");
        var withToken = HttpRequest.newBuilder(location).header("Authorization", "Bearer " + ada);
        assertThat(wire.send(withToken.build()).statusCode()).isEqualTo(400);
        assertThat(wire.get(URI.create(location + "0")).statusCode()).isEqualTo(403);
        sandbox.clock().plus(Duration.ofSeconds(61));
        var late = wire.get(location);
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("AccessDenied", "Request has expired");
    }

    @Test
    void downloadMayAnswerDirectly() throws IOException {
        long id = sandbox.addFile(ACME, 5, Wire.ADA, "a.txt", new byte[] {'x'}).id();
        sandbox.faults().downloadWithoutRedirect(true);
        var response = wire.rest("GET", "/api/v1/files/" + id + "/download", ada);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("x");
    }

    @Test
    void renameTakesAFormOnly() throws IOException {
        long id = sandbox.addFile(ACME, 5, Wire.ADA, "old.docx", new byte[1]).id();
        sandbox.clock().plus(Duration.ofSeconds(5));
        String path = "/api/v1/files/" + id;
        var json = wire.rest("PUT", path, ada, "application/json", BodyPublishers.ofString("{\"name\":\"new\"}"));
        assertApplicationError(json, 400);
        var form = wire.rest("PUT", path, ada, Request.FORM, BodyPublishers.ofString("name=n%C3%A9w.docx"));
        JsonNode file = Wire.json(form).path("data");
        assertThat(file.path("name").asString()).isEqualTo("néw.docx");
        assertThat(file.path("update_time").asString())
                .isGreaterThan(file.path("add_time").asString());
    }

    @Test
    void deletedFileIsGoneFromListAndAbsent() throws IOException {
        long id = sandbox.addFile(ACME, 5, Wire.ADA, "old.docx", new byte[1]).id();
        var response = wire.rest("DELETE", "/api/v1/files/" + id, ada);
        assertThat(Wire.json(response).path("data").path("id").asLong()).isEqualTo(id);
        assertThat(sandbox.files(ACME, 5)).isEmpty();
        assertApplicationError(wire.rest("GET", "/api/v1/files/" + id, ada), 404);
        sandbox.faults().set(Switch.DELETED_FILE_IS_INACTIVE, true);
        assertThat(data("/api/v1/files/" + id).path("active_flag").asBoolean()).isFalse();
    }

    @Test
    void lostAnswerStoresTheFileAndCutsTheConnection() throws IOException {
        sandbox.faults().loseAnswerOfNext("POST /files", 1);
        assertThatThrownBy(() -> wire.upload(ada, "5", "once.docx", new byte[10]))
                .isInstanceOf(IOException.class);
        assertThat(sandbox.files(ACME, 5)).hasSize(1);
        assertThat(wire.upload(ada, "5", "twice.docx", new byte[10]).statusCode())
                .isEqualTo(200);
    }

    @Test
    void plannedFailuresHitTheirOperationAndEnd() throws IOException {
        sandbox.faults().failNext("DELETE /files/{id}", 500, 1);
        long id = sandbox.addFile(ACME, 5, Wire.ADA, "a.txt", new byte[1]).id();
        assertThat(wire.rest("GET", "/api/v1/files/" + id, ada).statusCode()).isEqualTo(200);
        assertThat(wire.rest("DELETE", "/api/v1/files/" + id, ada).statusCode()).isEqualTo(500);
        assertThat(sandbox.files(ACME, 5)).hasSize(1);
        assertThat(wire.rest("DELETE", "/api/v1/files/" + id, ada).statusCode()).isEqualTo(200);
    }

    @Test
    void seededOfficeFilesOpen() throws IOException {
        List<SandboxFile> files = sandbox.files(ACME, 1);
        assertThat(files).extracting(SandboxFile::name).contains("Contract.docx", "見積書 2026年.xlsx", "README");
        byte[] docx = files.getFirst().bytes();
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs().getFirst().getText()).isEqualTo("Offer Northwind");
        }
        assertThat(files.stream().filter(file -> file.size() == 0)).hasSize(2);
    }
}
