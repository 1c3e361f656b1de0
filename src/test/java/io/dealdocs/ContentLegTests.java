package io.dealdocs;

import static io.dealdocs.DocsVoice.sign;
import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.docs.LoggedRequest;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.settings.CompanySettings;
import io.dealdocs.settings.DocsSettings;
import io.dealdocs.settings.NewDocsSettings;
import io.dealdocs.settings.SaveOutcome;
import io.dealdocs.shared.DocumentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A document's content is handed out only to who holds its address and is the company's Docs server. */
class ContentLegTests extends DealRoom {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private CompanySettings settings;

    private DocumentId document;
    private String url;
    private byte[] whole;

    @BeforeEach
    void aSession() {
        String title = fresh("Content");
        document = inPipedrive(title);
        url = config(ADA, document).path("document").path("url").asString();
        whole = only(title + ".docx").bytes();
    }

    @Test
    void theDocsServerGetsTheWholeWithItsLength() {
        HttpResponse<byte[]> answer = get(url, token(url, docs().secret()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(whole);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(whole.length);
        assertThat(answer.headers().firstValue("Accept-Ranges")).hasValue("bytes");
    }

    @Test
    void theAddressAloneIsNotEnough() {
        HttpResponse<byte[]> answer = get(url, "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void theTokenOfAnotherDocumentIsNotEnough() {
        String other = config(ADA, inPipedrive(fresh("Other")))
                .path("document")
                .path("url")
                .asString();
        assertThat(get(url, token(other, docs().secret())).statusCode()).isEqualTo(403);
    }

    @Test
    void anotherSecretIsNotEnough() {
        assertThat(get(url, token(url, "the secret of another company, as long as ours"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenWithoutAnAddressOfOursLeadsNowhere() {
        String forged = url.substring(0, url.length() - 3) + (url.endsWith("AAA") ? "BBB" : "AAA");
        assertThat(get(forged, token(forged, docs().secret())).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressOfCallbacksLeadsToNoContent() {
        String callback =
                config(ADA, document).path("editorConfig").path("callbackUrl").asString();
        String forged = app() + "/docs/content/" + callback.substring(callback.lastIndexOf('/') + 1);
        assertThat(get(forged, token(forged, docs().secret())).statusCode()).isEqualTo(404);
    }

    @Test
    void aPartMayBeAskedFor() {
        HttpResponse<byte[]> part = get(url, token(url, docs().secret()), "Range", "bytes=10-99");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 10, 100));
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 10-99/" + whole.length);
        HttpResponse<byte[]> end = get(url, token(url, docs().secret()), "Range", "bytes=-5");
        assertThat(end.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 5, whole.length));
        HttpResponse<byte[]> beyond = get(url, token(url, docs().secret()), "Range", "bytes=" + whole.length + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(get(url, token(url, docs().secret()), "Range", "bytes=0-1,4-5")
                        .body())
                .isEqualTo(whole);
    }

    @Test
    void theHeadTellsTheLengthAndNoMore() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token(url, docs().secret()))
                .build();
        HttpResponse<byte[]> answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(whole.length);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aFileThatIsOnlyLookedAtPassesThroughWithoutAVersion() throws Exception {
        byte[] pdf = pipedrive().files(PipedriveSandbox.ACME, 1).stream()
                .filter(file -> file.name().equals("Floor plan.pdf"))
                .findFirst()
                .orElseThrow()
                .bytes();
        SandboxFile file = pipedrive().addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, fresh("Plan") + ".pdf", pdf);
        String path = sessions.prepare(BEN, DEAL, new Ref("f" + file.id())).getPath();
        DocumentId plan = DocumentId.parse(path.substring(path.lastIndexOf('/') + 1));
        JsonNode config = config(BEN, plan);
        assertThat(config.path("editorConfig").path("mode").asString()).isEqualTo("view");
        assertThat(config.path("editorConfig").has("callbackUrl")).isFalse();
        String content = config.path("document").path("url").asString();
        HttpResponse<byte[]> answer = get(content, token(content, docs().secret()));
        assertThat(answer.body()).isEqualTo(pdf);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(pdf.length);
        assertThat(get(content, "").statusCode()).isEqualTo(403);
        try (HeadlessEditor viewer = open(BEN, plan)) {
            assertThat(viewer.mode()).isEqualTo("view");
        }
        assertThat(origins(plan)).isEmpty();
    }

    @Test
    void anotherHeaderServesOnAllLegs() throws Exception {
        String title = fresh("Header");
        DocumentId other = inPipedrive(title);
        docs().withHeader("AuthorizationJwt");
        try {
            assertThat(settings.save(
                            ADA,
                            new NewDocsSettings(
                                    docs().origin(),
                                    Optional.of(docs().secret()),
                                    "AuthorizationJwt",
                                    DocsSettings.CoEditing.FAST,
                                    settings.of(ADA.company()).version())))
                    .isInstanceOf(SaveOutcome.Saved.class);
            String address = config(ADA, other).path("document").path("url").asString();
            assertThat(get(address, token(address, docs().secret())).statusCode())
                    .isEqualTo(403);
            save(ADA, other, "under another header");
            awaitPublished(other);
            assertThat(text(only(title + ".docx"))).contains("under another header");
            assertThat(docs().requests())
                    .filteredOn(request -> request.target().equals(address))
                    .isNotEmpty()
                    .extracting(LoggedRequest::tokenHeader)
                    .containsOnly("AuthorizationJwt");
        } finally {
            docs().withHeader("Authorization");
            jdbc.sql("delete from docs_settings").update();
        }
    }

    private static String token(String address, String secret) {
        return sign(Map.of("payload", Map.of("url", address)), secret);
    }

    private static HttpResponse<byte[]> get(String address, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
