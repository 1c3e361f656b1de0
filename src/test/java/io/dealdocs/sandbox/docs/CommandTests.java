package io.dealdocs.sandbox.docs;

import static io.dealdocs.sandbox.docs.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The command service says what the real one says. */
class CommandTests {

    private static Stage stage;

    @BeforeAll
    static void start() throws IOException {
        stage = new Stage();
    }

    @AfterEach
    void reset() {
        stage.docs.reset();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static ObjectNode c(String name) {
        return Json.object().put("c", name);
    }

    private static ObjectNode c(String name, String key) {
        return c(name).put("key", key);
    }

    private static int error(JsonNode answer) {
        return answer.path("error").asInt(-99);
    }

    private static JsonNode posted(String body, String... headers) throws IOException, InterruptedException {
        return Json.read(stage.post("/command", body, headers).body());
    }

    @Test
    void takesATokenInTheBodyOrInTheHeaderInEitherShape() throws Exception {
        String bare = Config.token(c("version"), stage.docs.secret());
        ObjectNode wrap = Json.object();
        wrap.set("payload", c("version"));
        String wrapped = Config.token(wrap, stage.docs.secret());
        JsonNode fine = Json.read("{\"error\":0,\"version\":\"9.3.1.10\"}");
        assertThat(posted("{\"token\":\"" + bare + "\"}")).isEqualTo(fine);
        assertThat(posted("{}", "Authorization", "Bearer " + wrapped)).isEqualTo(fine);
        assertThat(posted("{\"c\":\"version\"}", "Authorization", "Bearer " + bare))
                .isEqualTo(fine);
        assertThat(Json.read(stage.post("/coauthoring/CommandService.ashx", "{\"token\":\"" + bare + "\"}")
                        .body()))
                .isEqualTo(fine);
    }

    @Test
    void refusesMissingBadAndOldTokens() throws Exception {
        String foreign = Config.token(c("version"), "another-secret-that-is-long-enough-to-sign");
        String old = Config.token(c("version").put("exp", 1000), stage.docs.secret());
        String good = Config.token(c("version"), stage.docs.secret());
        assertThat(error(posted("{\"c\":\"version\"}"))).isEqualTo(6);
        assertThat(error(posted("no json"))).isEqualTo(6);
        assertThat(error(posted("{\"token\":\"" + foreign + "\"}"))).isEqualTo(6);
        assertThat(error(posted("{\"token\":\"" + old + "\"}"))).isEqualTo(7);
        assertThat(error(posted("{}", "Authorization", good))).isEqualTo(6);
        assertThat(error(posted("{\"token\":\"" + foreign + "\"}", "Authorization", "Bearer " + good)))
                .isEqualTo(6);
    }

    @Test
    void looksOnlyIntoTheHeaderItIsConfiguredFor() throws Exception {
        stage.docs.withHeader("AuthorizationJwt");
        String good = Config.token(c("version"), stage.docs.secret());
        assertThat(error(posted("{}", "Authorization", "Bearer " + good))).isEqualTo(6);
        assertThat(error(posted("{}", "AuthorizationJwt", "Bearer " + good))).isZero();
        stage.docs.open(stage.docx("h1", "Text").signed()).close();
        stage.docs.awaitCallback("h1", 4, SOON);
        assertThat(stage.host.await("GET", "/files/h1.docx").headers())
                .containsKey("Authorizationjwt")
                .doesNotContainKey("Authorization");
        assertThat(stage.host.await("POST", "key=h1").headers())
                .containsKey("Authorizationjwt")
                .doesNotContainKey("Authorization");
    }

    @Test
    void ignoresWhatStandsBesideTheToken() throws Exception {
        String token = Config.token(c("version"), stage.docs.secret());
        assertThat(posted("{\"c\":\"getForgottenList\",\"token\":\"" + token + "\"}")
                        .has("version"))
                .isTrue();
    }

    @Test
    void saysWhatIsWrongWithACommand() throws Exception {
        assertThat(stage.command(c("dance", "x"))).isEqualTo(Json.read("{\"key\":\"x\",\"error\":5}"));
        assertThat(stage.command(c("info"))).isEqualTo(Json.read("{\"error\":1}"));
        assertThat(error(stage.command(c("info").put("key", 7)))).isEqualTo(1);
        assertThat(error(stage.command(c("info", "unknown")))).isEqualTo(1);
        assertThat(error(stage.command(c("forcesave", "unknown")))).isEqualTo(1);
        assertThat(error(stage.command(c("drop", "unknown")))).isZero();
        assertThat(error(stage.command(c("meta", "unknown")))).isEqualTo(5);
        assertThat(error(stage.command(c("getForgotten", "unknown")))).isEqualTo(1);
        assertThat(error(stage.command(c("deleteForgotten", "unknown")))).isEqualTo(1);
    }

    @Test
    void tellsWhoIsInADocumentByAnswerAndByCallback() throws Exception {
        HeadlessEditor editor = stage.docs.open(stage.docx("i1", "Text").signed());
        stage.docs.awaitCallback("i1", 1, SOON);
        assertThat(stage.command(c("info", "i1").put("userdata", "tag")))
                .isEqualTo(Json.read("{\"key\":\"i1\",\"users\":[\"u1\"],\"error\":0}"));
        ObjectNode told = stage.verified(stage.docs.awaitCallback("i1", 1, 2, SOON));
        assertThat(told.path("userdata").asString()).isEqualTo("tag");
        assertThat(told.has("actions")).isFalse();
        editor.close();
        stage.docs.awaitCallback("i1", 4, SOON);
        assertThat(stage.command(c("info", "i1")).path("users").size()).isZero();
        assertThat(stage.verified(stage.docs.awaitCallback("i1", 4, 2, SOON)).has("actions"))
                .isFalse();
    }

    @Test
    void forceSavesWithTheTagItWasGiven() throws Exception {
        HeadlessEditor editor = stage.docs.open(stage.docx("f1", "Old").signed());
        assertThat(error(stage.command(c("forcesave", "f1")))).isEqualTo(4);
        editor.type("p0", "New");
        assertThat(error(stage.command(c("forcesave", "f1").put("userdata", "mine"))))
                .isZero();
        CallbackRecord forced = stage.docs.awaitCallback("f1", 6, SOON);
        editor.awaitEvent("forcesaved", SOON);
        assertThat(forced.body().path("userdata").asString()).isEqualTo("mine");
        assertThat(forced.body().path("forcesavetype").asInt(9)).isZero();
        assertThat(forced.body().has("actions")).isFalse();
        assertThat(stage.savedText(forced)).isEqualTo("New");
        assertThat(error(stage.command(c("forcesave", "f1")))).isEqualTo(4);
        editor.close();
        stage.docs.awaitCallback("f1", 2, SOON);
    }

    @Test
    void seesNothingToForceInUnsavedStrictText() throws Exception {
        Config config = stage.docx("f2", "Old").strict().custom("autosave", false);
        try (HeadlessEditor editor = stage.docs.open(config.signed())) {
            editor.type("p0", "New");
            assertThat(error(stage.command(c("forcesave", "f2")))).isEqualTo(4);
        }
        stage.docs.awaitCallback("f2", 4, SOON);
    }

    @Test
    void dropsSomeWhileOthersGoOnAndEndsWithTheLast() throws Exception {
        Config config = stage.docx("d1", "Old");
        HeadlessEditor ada = stage.docs.open(config.signed());
        HeadlessEditor ben = stage.docs.open(config.user("u2", "Ben").signed());
        ada.type("p0", "Typed before");
        ObjectNode drop = c("drop", "d1");
        drop.putArray("users").add("u1");
        assertThat(error(stage.command(drop))).isZero();
        ada.awaitEvent("drop", SOON);
        assertThat(stage.docs.session("d1").orElseThrow().editors()).containsExactly("u2");
        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> ada.type("p0", "after"));
        assertThat(error(stage.command(c("drop", "d1")))).isZero();
        assertThat(stage.savedText(stage.docs.awaitCallback("d1", 2, SOON))).isEqualTo("Typed before");
        ben.close();
    }

    @Test
    void givesEveryEditorTheNewTitle() throws Exception {
        try (HeadlessEditor editor = stage.docs.open(stage.docx("m1", "Text").signed())) {
            ObjectNode meta = c("meta", "m1");
            meta.putObject("meta").put("title", "Renamed.docx");
            assertThat(error(stage.command(meta))).isZero();
            assertThat(editor.awaitEvent("meta", SOON)).contains("Renamed.docx");
        }
    }

    @Test
    void listsGivesAndDeletesForgottenFiles() throws Exception {
        stage.host.answerNext(2, 404, "");
        try (HeadlessEditor editor = stage.docs.open(stage.docx("g1", "Old").signed())) {
            editor.type("p0", "Nobody took it");
        }
        stage.docs.awaitCallback("g1", 2, SOON);
        // Somebody who may only look is let in when the save is over.
        stage.docs.open(stage.docx("g1", "Old").view().signed()).close();
        assertThat(stage.command(c("getForgottenList"))).isEqualTo(Json.read("{\"error\":0,\"keys\":[\"g1\"]}"));
        JsonNode given = stage.command(c("getForgotten", "g1"));
        byte[] file = stage.get(given.path("url").asString("")).body();
        assertThat(Stage.text(new ByteArrayInputStream(file))).isEqualTo("Nobody took it");
        assertThat(error(stage.command(c("deleteForgotten", "g1")))).isZero();
        assertThat(stage.command(c("getForgottenList")).path("keys").size()).isZero();
    }

    @Test
    void describesItsLicence() throws Exception {
        JsonNode license = stage.command(c("license"));
        assertThat(error(license)).isZero();
        assertThat(license.path("server").path("packageType").asInt(9)).isZero();
        assertThat(license.path("license").path("connections").asInt()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthcheck", "/info/info.json", "/index.html"})
    void answersWithoutATokenWhatNeedsNone(String path) throws Exception {
        assertThat(stage.get(stage.docs.origin() + path).statusCode()).isEqualTo(200);
    }
}
