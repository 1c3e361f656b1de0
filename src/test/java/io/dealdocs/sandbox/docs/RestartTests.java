package io.dealdocs.sandbox.docs;

import static io.dealdocs.sandbox.docs.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The server dies, falls silent and comes back: what is lost, what survives, and what is told of it. */
class RestartTests {

    private static Stage stage;

    @BeforeAll
    static void start() throws IOException {
        stage = new Stage();
    }

    @AfterEach
    void reset() {
        stage.docs.restart();
        stage.docs.reset();
        stage.host.answerWell();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static HeadlessEditor typed(String key) throws OpenRefusedException {
        HeadlessEditor editor = stage.docs.open(stage.docx(key, "Old").signed());
        editor.type("p0", "New");
        stage.docs.awaitCallback(key, 1, SOON);
        return editor;
    }

    private static JsonNode command(String name, String key) throws IOException, InterruptedException {
        return stage.command(Json.object().put("c", name).put("key", key));
    }

    private static long posted(String key, int status) {
        return stage.docs.callbacks().stream()
                .filter(callback -> callback.key().equals(key) && callback.status() == status)
                .count();
    }

    private static String text(byte[] docx) throws IOException {
        return Stage.text(new ByteArrayInputStream(docx));
    }

    @Test
    void nobodyGetsInWhileItIsDownAndItComesBackAtTheSameAddress() throws Exception {
        String origin = stage.docs.origin();
        stage.docs.stop();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> stage.get(origin + "/healthcheck"));
        stage.docs.restart();
        assertThat(stage.docs.origin()).isEqualTo(origin);
        assertThat(stage.get(origin + "/healthcheck").body()).asString().isEqualTo("true");
    }

    @Test
    void whatWasTypedBeforeARestartIsSavedAfterIt() throws Exception {
        HeadlessEditor editor = typed("r1");
        stage.docs.stop();
        assertThat(editor.awaitEvent("end", SOON)).isNotEmpty();
        assertThat(posted("r1", 2)).isZero();
        stage.docs.restart();
        assertThat(stage.savedText(stage.docs.awaitCallback("r1", 2, SOON))).isEqualTo("New");
    }

    @Test
    void whoComesBackAfterARestartGoesOnWithWhatWasTyped() throws Exception {
        typed("r2");
        stage.docs.restart();
        HeadlessEditor again = stage.docs.open(stage.docx("r2", "Old").signed());
        assertThat(again.texts()).containsEntry("p0", "New");
        again.close();
        stage.docs.awaitCallback("r2", 2, SOON);
    }

    @Test
    void aSaveThatWasOnItsWayComesAgainAfterTheRestart() throws Exception {
        stage.host.answerNext(2, Integrator.HANGS, "");
        typed("r3").close();
        stage.host.awaitCallback("r3", 2);
        stage.docs.restart();
        CallbackRecord broken = stage.docs.awaitCallback("r3", 2, 1, SOON);
        assertThat(broken.answerStatus()).isZero();
        assertThat(stage.docs.awaitCallback("r3", 2, 2, SOON).accepted()).isTrue();
        assertThat(stage.docs.forgotten()).isEmpty();
    }

    @Test
    void aLostSessionIsUnknownAndNothingIsToldOfIt() throws Exception {
        HeadlessEditor editor = typed("r4");
        stage.docs.crash("r4");
        editor.awaitEvent("end", SOON);
        editor.close();
        for (String name : new String[] {"info", "forcesave"}) {
            assertThat(command(name, "r4").path("error").asInt()).isEqualTo(1);
        }
        stage.docs.open(stage.docx("r4", "Old").signed()).close();
        stage.docs.awaitCallback("r4", 4, SOON);
        assertThat(posted("r4", 2)).as("its text is gone").isZero();
    }

    @Test
    void aCrashLosesEverySessionButNoForgottenFile() throws Exception {
        stage.docs.forget("theirs", Documents.docx("Kept"), "docx");
        typed("r5");
        stage.post("/__sandbox/crash", "{}");
        assertThat(stage.docs.sessions()).isEmpty();
        assertThat(stage.docs.forgotten()).containsExactly("theirs");
    }

    @Test
    void aSaveThatNeverComesLeavesAKeyWithChangesAndNobodyInIt() throws Exception {
        stage.docs.faults().add(Fault.once(FaultName.SAVE_NEVER).forKey("r6"));
        typed("r6").close();
        while (!stage.docs.faults().pending().isEmpty()) {
            Thread.onSpinWait();
        }
        JsonNode info = command("info", "r6");
        assertThat(info.path("error").asInt(9)).isZero();
        assertThat(info.path("users")).isEmpty();
        ObjectNode told = stage.verified(stage.docs.awaitCallback("r6", 1, 2, SOON));
        assertThat(told.path("users")).isEmpty();
        assertThat(posted("r6", 2)).isZero();
        assertThat(command("forcesave", "r6").path("error").asInt(9)).isZero();
        assertThat(stage.savedText(stage.docs.awaitCallback("r6", 6, SOON))).isEqualTo("New");
    }

    @Test
    void aLostCallbackIsOneOfTheStatusThatWasNamed() throws Exception {
        stage.docs
                .faults()
                .add(Fault.always(FaultName.CALLBACK_LOST).forKey("r7").status(2));
        typed("r7").close();
        stage.docs.awaitCallback("r7", 2, 4, SOON);
        assertThat(stage.docs.awaitCallback("r7", 1, SOON).accepted()).isTrue();
        stage.docs.open(stage.docx("r7", "Old").view().signed()).close();
        assertThat(stage.docs.forgotten()).containsExactly("r7");
    }

    @Test
    void forgottenFilesAreFoundAgainInTheirFolder(@TempDir Path folder) throws Exception {
        DocsSandboxOptions options = DocsSandboxOptions.quick().withStorage(folder);
        try (Stage first = new Stage(options)) {
            first.docs.forget("kept.1_a=b-c", Documents.docx("Survives"), "docx");
            first.docs.forget("deleted", Documents.docx("Does not"), "docx");
            first.command(Json.object().put("c", "deleteForgotten").put("key", "deleted"));
        }
        try (Stage second = new Stage(options)) {
            assertThat(second.docs.forgotten()).containsExactly("kept.1_a=b-c");
            String url = second.command(Json.object().put("c", "getForgotten").put("key", "kept.1_a=b-c"))
                    .path("url")
                    .asString();
            assertThat(text(second.get(url).body())).isEqualTo("Survives");
        }
    }

    @Test
    void resultsAndCommandsBreakAsTheyAreTold() throws Exception {
        HeadlessEditor editor = stage.docs.open(
                stage.docx("r8", "Old").custom("forcesave", true).signed());
        editor.type("p0", "New");
        editor.save();
        String url = stage.docs.awaitCallback("r8", 6, SOON).body().path("url").asString();
        int whole = stage.get(url).body().length;
        stage.docs.faults().add(Fault.once(FaultName.RESULT_HALF));
        assertThat(stage.get(url).body()).hasSize(whole / 2);
        stage.docs.faults().add(Fault.once(FaultName.RESULT_EMPTY));
        assertThat(stage.get(url).body()).isEmpty();
        stage.docs.faults().add(Fault.once(FaultName.RESULT_HTML));
        assertThat(new String(stage.get(url).body(), StandardCharsets.UTF_8)).startsWith("<!DOCTYPE html>");
        stage.docs.faults().add(Fault.once(FaultName.RESULT_REDIRECTS));
        assertThat(stage.get(url).statusCode()).isEqualTo(302);
        stage.docs.faults().add(Fault.once(FaultName.COMMAND_FAILS));
        assertThat(stage.post("/command", "{}").statusCode()).isEqualTo(503);
        editor.close();
    }
}
