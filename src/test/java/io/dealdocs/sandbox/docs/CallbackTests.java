package io.dealdocs.sandbox.docs;

import static io.dealdocs.sandbox.docs.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is posted when people come, type, save and go. */
class CallbackTests {

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

    private static List<Integer> statuses(String key) {
        return stage.docs.callbacks().stream()
                .filter(callback -> callback.key().equals(key))
                .map(CallbackRecord::status)
                .toList();
    }

    @Test
    void tellsThatSomebodyCameAndLeftWithoutAChange() throws Exception {
        HeadlessEditor editor = stage.docs.open(stage.docx("c1", "Text").signed());
        CallbackRecord came = stage.docs.awaitCallback("c1", 1, SOON);
        editor.close();
        CallbackRecord left = stage.docs.awaitCallback("c1", 4, SOON);
        ObjectNode first = stage.verified(came);
        assertThat(first.path("users")).isEqualTo(Json.read("[\"u1\"]"));
        assertThat(first.path("actions")).isEqualTo(Json.read("[{\"type\":1,\"userid\":\"u1\"}]"));
        ObjectNode second = stage.verified(left);
        assertThat(second.path("actions")).isEqualTo(Json.read("[{\"type\":0,\"userid\":\"u1\"}]"));
        assertThat(second.has("users")).isFalse();
        assertThat(second.has("url")).isFalse();
    }

    @Test
    void postsTheFileWhenTheLastEditorLeft() throws Exception {
        try (HeadlessEditor editor = stage.docs.open(stage.docx("c2", "Old").signed())) {
            editor.type("p0", "New & <better>");
            editor.addParagraph("Added");
        }
        CallbackRecord saved = stage.docs.awaitCallback("c2", 2, SOON);
        ObjectNode body = stage.verified(saved);
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "key",
                        "status",
                        "url",
                        "changesurl",
                        "history",
                        "users",
                        "actions",
                        "lastsave",
                        "notmodified",
                        "filetype",
                        "iat",
                        "exp");
        assertThat(body.path("filetype").asString()).isEqualTo("docx");
        assertThat(body.path("notmodified").asBoolean(true)).isFalse();
        assertThat(Instant.parse(body.path("lastsave").asString()))
                .isBefore(Instant.now().plusSeconds(1));
        JsonNode run = body.path("history").path("changes").path(0);
        assertThat(body.path("history").path("serverVersion").asString()).isEqualTo("9.3.1");
        assertThat(run.path("user")).isEqualTo(Json.read("{\"id\":\"u1\",\"name\":\"Ada Lovelace\"}"));
        assertThat(run.path("documentSha256").asString()).hasSize(64);
        assertThat(run.path("created").asString()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(stage.savedText(saved)).isEqualTo("New & <better>|Added");
        assertThat(statuses("c2")).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void carriesTheSameThingInBodyAndHeader() throws Exception {
        stage.docs.open(stage.docx("c3", "Text").signed()).close();
        stage.docs.awaitCallback("c3", 4, SOON);
        Integrator.Received post = stage.host.await("POST", "key=c3");
        String bearer = post.headers().getOrDefault("Authorization", "").replace("Bearer ", "");
        JsonNode payload =
                Jwt.verify(bearer, stage.docs.secret(), Instant.now()).path("payload");
        ObjectNode plain = (ObjectNode) Json.read(post.body());
        plain.remove("token");
        assertThat(payload).isEqualTo(plain);
        assertThat(post.headers()).containsEntry("Content-type", "application/json");
    }

    @Test
    void tellsWhoJoinsAndLeavesWhileOthersStay() throws Exception {
        Config config = stage.docx("c4", "Text");
        HeadlessEditor ada = stage.docs.open(config.signed());
        HeadlessEditor ben = stage.docs.open(config.user("u2", "Ben").signed());
        ada.close();
        CallbackRecord third = stage.docs.awaitCallback("c4", 1, 3, SOON);
        ben.type("p0", "by Ben");
        ben.close();
        ObjectNode last = stage.verified(stage.docs.awaitCallback("c4", 2, SOON));
        List<JsonNode> bodies =
                stage.docs.callbacks().stream().map(CallbackRecord::body).toList();
        assertThat(bodies)
                .anyMatch(body -> body.path("users").equals(Json.read("[\"u1\",\"u2\"]"))
                        && body.path("actions").equals(Json.read("[{\"type\":1,\"userid\":\"u2\"}]")))
                .anyMatch(body -> body.path("users").equals(Json.read("[\"u2\"]"))
                        && body.path("actions").equals(Json.read("[{\"type\":0,\"userid\":\"u1\"}]")));
        assertThat(third.accepted()).isTrue();
        assertThat(last.path("users")).isEqualTo(Json.read("[\"u2\"]"));
        assertThat(statuses("c4")).doesNotContain(4);
    }

    @Test
    void namesOneHistoryEntryForEachRunOfAnAuthorAndUsesTheLastChangersAddress() throws Exception {
        Config first = stage.docx("c5", "One", "Two");
        Config second = stage.docx("c5", "One", "Two").user("u2", "Ben");
        second.with(c -> Config.editor(c).put("callbackUrl", stage.host.origin() + "/callback/ben"));
        HeadlessEditor ada = stage.docs.open(first.signed());
        HeadlessEditor ben = stage.docs.open(second.signed());
        ben.type("p1", "Ben");
        ada.type("p0", "A");
        ada.type("p0", "Ada");
        ben.close();
        ada.close();
        CallbackRecord saved = stage.docs.awaitCallback("c5", 2, SOON);
        assertThat(saved.url()).endsWith("/callback?key=c5");
        JsonNode changes = stage.verified(saved).path("history").path("changes");
        assertThat(changes.size()).isEqualTo(2);
        assertThat(changes.path(0).path("user").path("id").asString()).isEqualTo("u2");
        assertThat(changes.path(1).path("user").path("id").asString()).isEqualTo("u1");
        assertThat(stage.savedText(saved)).isEqualTo("Ada|Ben");
    }

    @Test
    void forceSavesByButtonWithoutEndingTheSession() throws Exception {
        HeadlessEditor editor = stage.docs.open(
                stage.docx("c6", "Text").custom("forcesave", true).signed());
        editor.type("p0", "First");
        editor.save();
        ObjectNode forced = stage.verified(stage.docs.awaitCallback("c6", 6, SOON));
        editor.awaitEvent("forcesaved", SOON);
        assertThat(forced.path("forcesavetype").asInt()).isEqualTo(1);
        assertThat(forced.path("actions")).isEqualTo(Json.read("[{\"type\":2,\"userid\":\"u1\"}]"));
        assertThat(forced.has("notmodified")).isFalse();
        assertThat(forced.has("history")).isTrue();
        editor.close();
        CallbackRecord last = stage.docs.awaitCallback("c6", 2, SOON);
        assertThat(stage.verified(last).path("notmodified").asBoolean(false)).isTrue();
        assertThat(stage.savedText(last)).isEqualTo("First");
    }

    @Test
    void tellsTheComingBeforeTheGoingHoweverQuickThatIs() throws Exception {
        for (int i = 0; i < 20; i++) {
            String key = "quick" + i;
            stage.docs.open(stage.docx(key, "Text").signed()).close();
            stage.docs.awaitCallback(key, 4, SOON);
            assertThat(statuses(key)).containsExactly(1, 4);
        }
    }

    @Test
    void saysNothingAboutViewers() throws Exception {
        HeadlessEditor viewer = stage.docs.open(stage.docx("c7", "Text").view().signed());
        viewer.close();
        stage.docs.open(stage.docx("c7b", "Text").signed()).close();
        stage.docs.awaitCallback("c7b", 4, SOON);
        assertThat(statuses("c7")).isEmpty();
    }

    @Test
    void waitsBeforeItEndsASessionWhoseConnectionWasLost() throws Exception {
        Config config = stage.docx("c8", "Text");
        HeadlessEditor editor = stage.docs.open(config.signed());
        editor.type("p0", "Kept");
        editor.drop();
        HeadlessEditor again = stage.docs.open(config.signed());
        assertThat(again.texts()).containsEntry("p0", "Kept");
        again.close();
        stage.docs.awaitCallback("c8", 2, SOON);
        assertThat(statuses("c8").stream().filter(status -> status == 2)).hasSize(1);
        assertThat(stage.host.count("GET", "/files/c8.docx")).isEqualTo(1);
    }

    @Test
    void stripsTheHeaderOfALongHistoryButNotTheBodyToken() throws Exception {
        Config config = stage.docx("c9", "0", "1");
        HeadlessEditor ada = stage.docs.open(config.signed());
        HeadlessEditor ben = stage.docs.open(config.user("u2", "Ben").signed());
        for (int i = 0; i < 30; i++) {
            ada.type("p0", "a" + i);
            ben.type("p1", "b" + i);
        }
        ada.close();
        ben.close();
        CallbackRecord saved = stage.docs.awaitCallback("c9", 2, SOON);
        assertThat(saved.body().has("changesurl")).isFalse();
        assertThat(saved.body().path("history")).isEqualTo(Json.object());
        ObjectNode signed = stage.verified(saved);
        assertThat(signed.path("history").path("changes").size()).isEqualTo(60);
        assertThat(signed.path("changesurl").asString()).contains("/changes.zip");
    }

    @Test
    void warnsEveryEditorWhenTheirComingIsAnsweredBadly() throws Exception {
        stage.host.answerNext(1, 200, "{\"error\":1}");
        try (HeadlessEditor editor = stage.docs.open(stage.docx("c10", "Text").signed())) {
            assertThat(editor.awaitEvent("warning", SOON)).contains("Error on save server subscription!");
            editor.type("p0", "and it goes on");
        }
        stage.docs.awaitCallback("c10", 2, SOON);
    }
}
