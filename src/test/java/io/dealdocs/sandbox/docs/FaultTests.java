package io.dealdocs.sandbox.docs;

import static io.dealdocs.sandbox.docs.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The world breaks when it is told to, and mends on reset. */
class FaultTests {

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

    private static HeadlessEditor typed(String key) throws OpenRefusedException {
        HeadlessEditor editor =
                stage.docs.open(stage.docx(key, "Old").custom("forcesave", true).signed());
        editor.type("p0", "New");
        return editor;
    }

    private static int status(String path) throws IOException, InterruptedException {
        return stage.get(stage.docs.origin() + path).statusCode();
    }

    @Test
    void postsStatusThreeWithoutAFile() throws Exception {
        stage.docs.faults().add(Fault.once(FaultName.STATUS_3_INSTEAD_OF_2));
        typed("x1").close();
        JsonNode body = stage.docs.awaitCallback("x1", 3, SOON).body();
        assertThat(body.has("url")).isFalse();
        assertThat(body.has("lastsave")).isTrue();
        stage.docs.faults().add(Fault.once(FaultName.STATUS_3_WITH_FILE));
        typed("x2").close();
        assertThat(stage.docs.awaitCallback("x2", 3, SOON).body().has("url")).isTrue();
    }

    @Test
    void postsStatusSevenAndLetsTheSessionLive() throws Exception {
        stage.docs.faults().add(Fault.once(FaultName.STATUS_7_INSTEAD_OF_6));
        HeadlessEditor editor = typed("x3");
        editor.save();
        JsonNode body = stage.docs.awaitCallback("x3", 7, SOON).body();
        assertThat(body.has("url")).isFalse();
        assertThat(body.path("forcesavetype").asInt()).isEqualTo(1);
        editor.awaitEvent("forcesaved", SOON);
        editor.save();
        stage.docs.awaitCallback("x3", 6, SOON);
        editor.close();
        stage.docs.awaitCallback("x3", 2, SOON);
    }

    @Test
    void repeatsStatusTwoAfterItWasTaken() throws Exception {
        stage.docs.faults().add(Fault.once(FaultName.STATUS_2_REPEATED));
        typed("x4").close();
        CallbackRecord first = stage.docs.awaitCallback("x4", 2, 1, SOON);
        CallbackRecord second = stage.docs.awaitCallback("x4", 2, 2, SOON);
        assertThat(second.body().path("url")).isEqualTo(first.body().path("url"));
    }

    @Test
    void losesAnAnswerAndComesAgain() throws Exception {
        HeadlessEditor editor = typed("x5");
        stage.docs.awaitCallback("x5", 1, SOON);
        stage.docs.faults().add(Fault.once(FaultName.CALLBACK_ANSWER_LOST).forKey("x5"));
        editor.close();
        assertThat(stage.docs.awaitCallback("x5", 2, 1, SOON).answerStatus()).isZero();
        assertThat(stage.docs.awaitCallback("x5", 2, 2, SOON).accepted()).isTrue();
    }

    @Test
    void isUnreachableUntilReset() throws Exception {
        stage.docs.faults().add(Fault.always(FaultName.UNREACHABLE));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> status("/healthcheck"));
        assertThat(stage.post("/__sandbox/reset", "").statusCode()).isEqualTo(200);
        assertThat(status("/healthcheck")).isEqualTo(200);
    }

    @Test
    void breaksTheScriptAndTheHealthCheckOverTheWire() throws Exception {
        assertThat(status("/web-apps/apps/api/documents/api.js")).isEqualTo(200);
        stage.post("/__sandbox/fault", "{\"fault\":\"api-js-503\"}");
        stage.post("/__sandbox/fault", "{\"fault\":\"healthcheck-false\",\"times\":2}");
        assertThat(status("/web-apps/apps/api/documents/api.js")).isEqualTo(503);
        assertThat(status("/web-apps/apps/api/documents/api.js")).isEqualTo(200);
        assertThat(stage.get(stage.docs.origin() + "/healthcheck").body())
                .asString()
                .isEqualTo("false");
        assertThat(stage.post("/__sandbox/fault", "{\"fault\":\"nonsense\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void changesItsSettingsAndItsClockOverTheWire() throws Exception {
        stage.post("/__sandbox/settings", "{\"header\":\"X-Docs\",\"saveDelayMillis\":7}");
        assertThat(stage.docs.options().header()).isEqualTo("X-Docs");
        assertThat(stage.docs.options().saveDelay().toMillis()).isEqualTo(7);
        stage.post("/__sandbox/clock", "{\"advanceSeconds\":3600}");
        assertThatExceptionOfType(OpenRefusedException.class)
                .isThrownBy(() -> stage.docs.open(stage.docx("x6", "Old").signed()))
                .matches(e -> e.code() == OpenRefusedException.EXPIRED_TOKEN);
        stage.docs.reset();
        assertThat(stage.docs.options().header()).isEqualTo("Authorization");
        stage.docs.open(stage.docx("x6", "Old").signed()).close();
    }

    @Test
    void writesDownWhatWasAsked() throws Exception {
        stage.command(Json.object().put("c", "version"));
        assertThat(stage.docs.requests())
                .anyMatch(request -> request.incoming()
                        && request.target().equals("/command")
                        && request.body().contains("token")
                        && request.status() == 200);
        assertThat(new String(
                        stage.get(stage.docs.origin() + "/__sandbox/requests").body(), StandardCharsets.UTF_8))
                .contains("/command")
                .doesNotContain(stage.docs.secret());
        assertThat(stage.docs.options().toString()).doesNotContain(stage.docs.secret());
    }
}
