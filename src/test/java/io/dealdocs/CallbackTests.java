package io.dealdocs;

import static io.dealdocs.DocsVoice.callback;
import static io.dealdocs.DocsVoice.fields;
import static io.dealdocs.DocsVoice.sign;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.dealdocs.access.Capabilities;
import io.dealdocs.access.Capabilities.Purpose;
import io.dealdocs.sandbox.docs.DocsSandbox;
import io.dealdocs.sandbox.docs.DocsSandboxOptions;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.settings.CompanySettings;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.shared.DocumentId;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The edge where Docs servers speak: who is believed, about what, and that nothing is stored of the rest. */
class CallbackTests extends DealRoom {

    @Autowired
    private Capabilities capabilities;

    @Autowired
    private CompanySettings settings;

    private DocumentId document;
    private JsonNode config;

    @BeforeEach
    void aSession() throws Exception {
        document = inPipedrive(fresh("Callback"));
        config = config(ADA, document);
    }

    @Test
    void aCallbackWithoutATokenIsRefused() {
        refused(403, DocsVoice.post(address(), save(result())));
    }

    @Test
    void aCallbackSignedWithAnotherSecretIsRefused() {
        refused(403, callback(address(), save(result()), sign(save(result()), "another secret of 32 bytes or more")));
    }

    @Test
    void theSecretOfAnotherCompanyIsOfNoUse() {
        try (DocsSandbox theirs =
                DocsSandbox.start(DocsSandboxOptions.quick().withSecret("the secret that only Globex knows"))) {
            assertThat(settings.save(
                            GUS,
                            new NewDocsSettings(
                                    theirs.origin(),
                                    Optional.of(theirs.secret()),
                                    "Authorization",
                                    DocsSettings.CoEditing.FAST,
                                    settings.of(GUS.company()).version())))
                    .isInstanceOf(SaveOutcome.Saved.class);
            refused(403, callback(address(), save(result()), sign(save(result()), theirs.secret())));
        } finally {
            jdbc.sql("delete from docs_settings").update();
        }
    }

    @Test
    void aCallbackThatNobodySignedIsRefused() {
        refused(403, callback(address(), save(result()), DocsVoice.unsigned(save(result()))));
    }

    @Test
    void theTokenOfAnEditorConfigIsNoCallback() {
        refused(403, callback(address(), save(result()), config.path("token").asString()));
    }

    @Test
    void anExpiredTokenIsRefused() {
        Map<String, Object> claims = save(result());
        claims.put("exp", Instant.now().minusSeconds(120).getEpochSecond());
        refused(403, callback(address(), claims, sign(claims, docs().secret())));
    }

    @Test
    void theKeyOfAnotherDocumentIsRefused() {
        JsonNode other = config(ADA, inPipedrive(fresh("Other")));
        Map<String, Object> claims = save(result());
        claims.put("key", other.path("document").path("key").asString());
        refused(403, callback(address(), claims, sign(claims, docs().secret())));
    }

    @Test
    void theAddressOfAnotherSessionIsRefused() {
        JsonNode other = config(ADA, inPipedrive(fresh("Other")));
        String address = other.path("editorConfig").path("callbackUrl").asString();
        refused(403, callback(address, save(result()), sign(save(result()), docs().secret())));
    }

    @Test
    void anAddressThatWasTamperedWithLeadsNowhere() {
        String address = address();
        String tampered = address.substring(0, address.length() - 3) + (address.endsWith("AAA") ? "BBB" : "AAA");
        refused(404, callback(tampered, save(result()), sign(save(result()), docs().secret())));
    }

    @Test
    void aCapabilityForAnotherPurposeLeadsNowhere() {
        String session = jdbc.sql("select id from editing_session where document_key = ?")
                .param(key())
                .query(String.class)
                .single();
        String other = capabilities.issue(Purpose.CONTENT, Map.of("sid", session), Optional.empty());
        String address = address().substring(0, address().lastIndexOf('/') + 1) + other;
        refused(404, callback(address, save(result()), sign(save(result()), docs().secret())));
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        byte[] tooLong = new byte[(32 << 20) + 1];
        refused(
                413,
                DocsVoice.send(HttpRequest.newBuilder(URI.create(address()))
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong)))));
    }

    @Test
    void aBodyThatAnnouncesToBeOverTheLimitIsRefusedBeforeItIsSent() throws IOException {
        URI address = URI.create(address());
        try (Socket socket = new Socket("localhost", address.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + address.getPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                                    + (1L << 40) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertThat(answer).startsWith("HTTP/1.1 413");
        }
        nothingStored();
    }

    @Test
    void aResultOutsideTheSessionsDocsServerIsNotFetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer stranger = stranger(asked);
        try {
            int port = stranger.getAddress().getPort();
            String docsHost = docs().origin().substring("http://".length());
            for (String address : List.of(
                    "http://127.0.0.1:" + port + "/output.docx",
                    "http://localhost:" + port + "/output.docx",
                    "http://" + docsHost + "@127.0.0.1:" + port + "/output.docx",
                    "http://localhost:" + docs().origin().replaceAll(".*:", "") + "/output.docx",
                    "file:///etc/hostname")) {
                Map<String, Object> claims = save(address);
                int status = callback(address(), claims, sign(claims, docs().secret()))
                        .statusCode();
                assertThat(status).as(address).isIn(403, 422);
            }
            assertThat(asked).hasValue(0);
            nothingStored();
        } finally {
            stranger.stop(0);
        }
    }

    private static HttpServer stranger(AtomicInteger asked) throws IOException {
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        stranger.start();
        return stranger;
    }

    @Test
    void onlyWhatIsSignedCounts() throws Exception {
        String real = realResult();
        Map<String, Object> claims = save(real);
        Map<String, Object> lies = save("http://127.0.0.1:1/elsewhere.docx");
        lies.put("status", 4);
        assertThat(callback(address(), lies, sign(claims, docs().secret())).body())
                .isEqualTo("{\"error\":0}");
        assertThat(origins(document)).endsWith("SAVED");
    }

    @Test
    void theTokenInTheHeaderCountsWhereTheBodyHasNone() throws Exception {
        Map<String, Object> claims = save(realResult());
        String token = sign(Map.of("payload", claims), docs().secret());
        assertThat(DocsVoice.post(address(), claims, "Authorization", "Bearer " + token)
                        .body())
                .isEqualTo("{\"error\":0}");
        assertThat(origins(document)).endsWith("SAVED");
    }

    @Test
    void comingAndGoingIsNeverAnsweredWithTrouble() {
        jdbc.sql("create function no_presence() returns trigger language plpgsql as"
                        + " 'begin raise exception ''told to fail''; end'")
                .update();
        jdbc.sql("create trigger no_presence before update on editing_session for each row execute function"
                        + " no_presence()")
                .update();
        try {
            for (int status : List.of(1, 4)) {
                Map<String, Object> claims = fields("key", key(), "status", status, "users", List.of());
                HttpResponse<String> answer = callback(address(), claims, sign(claims, docs().secret()));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("{\"error\":0}");
            }
        } finally {
            jdbc.sql("drop trigger no_presence on editing_session").update();
            jdbc.sql("drop function no_presence()").update();
        }
    }

    /** The address of a result that really lies on the Docs server. */
    private String realResult() throws Exception {
        DocumentId scratch = inPipedrive(fresh("Scratch"));
        String key = config(ADA, scratch).path("document").path("key").asString();
        try (HeadlessEditor editor = open(ADA, scratch)) {
            editor.addParagraph("a result");
        }
        return docs().awaitCallback(key, 2, PATIENCE).body().path("url").asString();
    }

    private String key() {
        return config.path("document").path("key").asString();
    }

    private String address() {
        return config.path("editorConfig").path("callbackUrl").asString();
    }

    private String result() {
        return docs().origin() + "/cache/files/data/nothing/output.docx";
    }

    private Map<String, Object> save(String url) {
        return fields("key", key(), "status", 2, "url", url, "filetype", "docx", "users", List.of());
    }

    private void refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).path("status").asInt()).isEqualTo(status);
        nothingStored();
    }

    private void nothingStored() {
        assertThat(origins(document)).containsExactly("IMPORTED");
        assertThat(state(document).revision()).isEqualTo(1);
    }
}
