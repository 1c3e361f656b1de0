package io.dealdocs.onlyoffice;

import static io.dealdocs.onlyoffice.DocsTokenFixture.CLOCK;
import static io.dealdocs.onlyoffice.DocsTokenFixture.JSON;
import static io.dealdocs.onlyoffice.DocsTokenFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class HttpDocumentServersTests {

    private final DocumentServers servers = StubDocs.port(StubDocs.PATIENCE);

    @Test
    void readsTheVersion() throws Exception {
        try (var stub = StubDocs.answering(200, "{\"error\":0,\"version\":\"9.3.1.10\"}")) {
            assertThat(servers.version(stub.docs())).isEqualTo("9.3.1.10");
        }
    }

    @Test
    void signsACommandInItsBodyAndInTheHeader() throws Exception {
        var request = sent((docs, server) -> servers.forceSave(server, "K=1", "tag"));
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/command?shardkey=K%3D1");
        assertThat(request.header("Content-type")).isEqualTo("application/json");
        assertThat(request.header("Accept")).isEqualTo("application/json");
        var body = (ObjectNode) JSON.readTree(request.body());
        var inBody = verified(body.remove("token").stringValue());
        assertThat(body).isEqualTo(JSON.readTree("{\"c\":\"forcesave\",\"key\":\"K=1\",\"userdata\":\"tag\"}"));
        assertThat(timeless(inBody)).isEqualTo(body);
        var bearer = request.header("Authorization");
        assertThat(bearer).startsWith("Bearer ");
        var inHeader = timeless(verified(bearer.substring("Bearer ".length())));
        assertThat(inHeader).isEqualTo(JSON.createObjectNode().set("payload", body));
    }

    @Test
    void usesTheHeaderThatTheCompanyNamed() throws Exception {
        try (var stub = StubDocs.answering(200, "{\"error\":0}")) {
            servers.forceSave(stub.docs("AuthorizationJwt"), "K1", "tag");
            var request = stub.requests.getFirst();
            assertThat(request.header("Authorizationjwt")).startsWith("Bearer ");
            assertThat(request.header("Authorization")).isEmpty();
        }
    }

    @Test
    void goesToTheInternalAddressBelowItsPath() throws Exception {
        try (var stub = StubDocs.answering(200, "{\"error\":0,\"version\":\"9\"}")) {
            var internal = URI.create(stub.url("/ds/"));
            servers.version(
                    new DocsServer(URI.create("https://docs.example"), internal, StubDocs.SECRET, "Authorization"));
            assertThat(stub.requests.getFirst().target()).isEqualTo("/ds/command");
        }
    }

    @Test
    void saysEveryCommandAsTheContractHasIt() throws Exception {
        assertThat(command((docs, server) -> servers.info(server, "K1", "tag")))
                .isEqualTo("{\"c\":\"info\",\"key\":\"K1\",\"userdata\":\"tag\"}");
        assertThat(command((docs, server) -> servers.drop(server, "K1", List.of("u1", "u2"))))
                .isEqualTo("{\"c\":\"drop\",\"key\":\"K1\",\"users\":[\"u1\",\"u2\"]}");
        assertThat(command((docs, server) -> servers.drop(server, "K1", List.of())))
                .isEqualTo("{\"c\":\"drop\",\"key\":\"K1\"}");
        assertThat(command((docs, server) -> servers.retitle(server, "K1", "Ä & b.docx")))
                .isEqualTo("{\"c\":\"meta\",\"key\":\"K1\",\"meta\":{\"title\":\"Ä & b.docx\"}}");
        assertThat(command((docs, server) -> servers.forgotten(server))).isEqualTo("{\"c\":\"getForgottenList\"}");
        assertThat(command((docs, server) -> servers.forgottenFile(server, "K1")))
                .isEqualTo("{\"c\":\"getForgotten\",\"key\":\"K1\"}");
        assertThat(command((docs, server) -> servers.deleteForgotten(server, "K1")))
                .isEqualTo("{\"c\":\"deleteForgotten\",\"key\":\"K1\"}");
    }

    @Test
    void asksForTheVersionByTheHeaderAloneSoThatAWrongHeaderIsNoticed() throws Exception {
        try (var stub = StubDocs.answering(200, "{\"error\":0,\"version\":\"9.3.1\"}")) {
            assertThat(servers.version(stub.docs())).isEqualTo("9.3.1");
            assertThat(stub.requests.getFirst().body()).isEqualTo("{\"c\":\"version\"}");
        }
    }

    @Test
    void tellsHowAForceSaveBegan() throws Exception {
        assertThat(forceSave("{\"key\":\"K1\",\"error\":0}")).isEqualTo(DocumentServers.ForceSave.STARTED);
        assertThat(forceSave("{\"key\":\"K1\",\"error\":4}")).isEqualTo(DocumentServers.ForceSave.NOTHING_NEW);
        assertThat(forceSave("{\"key\":\"K1\",\"error\":1}")).isEqualTo(DocumentServers.ForceSave.UNKNOWN_KEY);
    }

    @Test
    void tellsWhoIsInASession() throws Exception {
        assertThat(info("{\"key\":\"K1\",\"error\":0,\"users\":[\"u1\",\"u2\"]}"))
                .contains(List.of("u1", "u2"));
        assertThat(info("{\"key\":\"K1\",\"error\":0}")).contains(List.of());
        assertThat(info("{\"key\":\"K1\",\"error\":1}")).isEmpty();
    }

    @Test
    void listsAndFindsForgottenFiles() throws Exception {
        try (var stub =
                StubDocs.answering(200, "{\"error\":0,\"keys\":[\"a.1\",\"b.2\"],\"url\":\"http://d/x?a=b\"}")) {
            assertThat(servers.forgotten(stub.docs())).containsExactly("a.1", "b.2");
            assertThat(servers.forgottenFile(stub.docs(), "a.1")).contains(URI.create("http://d/x?a=b"));
        }
        try (var stub = StubDocs.answering(200, "{\"error\":1}")) {
            assertThat(servers.forgottenFile(stub.docs(), "a.1")).isEmpty();
            servers.deleteForgotten(stub.docs(), "a.1");
            assertThat(stub.requests).hasSize(2);
        }
    }

    private DocumentServers.ForceSave forceSave(String answer) throws Exception {
        try (var stub = StubDocs.answering(200, answer)) {
            return servers.forceSave(stub.docs(), "K1", "tag");
        }
    }

    private java.util.Optional<List<String>> info(String answer) throws Exception {
        try (var stub = StubDocs.answering(200, answer)) {
            return servers.info(stub.docs(), "K1", "tag");
        }
    }

    private static String command(BiConsumer<StubDocs, DocsServer> call) throws Exception {
        var request = sent(call);
        var body = (ObjectNode) JSON.readTree(request.body());
        assertThat(timeless(verified(body.remove("token").stringValue()))).isEqualTo(body);
        assertThat(request.target()).isEqualTo(body.has("key") ? "/command?shardkey=K1" : "/command");
        return body.toString();
    }

    private static StubDocs.Request sent(BiConsumer<StubDocs, DocsServer> call) throws Exception {
        try (var stub = StubDocs.answering(200, "{\"error\":0,\"version\":\"9\",\"url\":\"http://d/x\"}")) {
            call.accept(stub, stub.docs());
            assertThat(stub.requests).hasSize(1);
            return stub.requests.getFirst();
        }
    }

    private static JsonNode verified(String token) throws Exception {
        return new DocsVerifier(JSON, CLOCK).verified(token, List.of(StubDocs.SECRET));
    }

    private static JsonNode timeless(JsonNode claims) {
        assertThat(((ObjectNode) claims).remove("iat").longValue()).isEqualTo(at(0));
        assertThat(((ObjectNode) claims).remove("exp").longValue()).isEqualTo(at(300));
        return claims;
    }
}
