package io.dealdocs.sandbox.docs;

import static io.dealdocs.sandbox.docs.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a save after the answers it got; {@link AnswersTableTests} has every answer. */
class AnswerTests {

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

    private static void edit(String key) throws OpenRefusedException {
        try (HeadlessEditor editor = stage.docs.open(stage.docx(key, "Old").signed())) {
            editor.type("p0", "New");
        }
    }

    private static List<CallbackRecord> saves(String key) {
        return stage.docs.callbacks().stream()
                .filter(callback -> callback.key().equals(key) && callback.status() == 2)
                .toList();
    }

    private static SessionState settled(String key) throws OpenRefusedException {
        // A viewer of the key is let in only when the save is over.
        try (HeadlessEditor viewer =
                stage.docs.open(stage.docx(key, "Old").view().signed())) {
            assertThat(viewer.texts()).isNotEmpty();
        }
        return stage.docs.session(key).orElseThrow();
    }

    @Test
    void isContentWithTheFirstGoodAnswer() throws Exception {
        stage.host.answerNext(2, 503, "");
        edit("a4");
        stage.docs.awaitCallback("a4", 2, 2, SOON);
        assertThat(settled("a4").dead()).isTrue();
        assertThat(saves("a4")).hasSize(2);
    }

    @Test
    void opensTheForgottenFileInsteadOfTheDocumentAndTellsNoHistoryOfIt() throws Exception {
        stage.host.answerNext(2, 400, "");
        edit("a6");
        stage.docs.awaitCallback("a6", 2, SOON);
        try (HeadlessEditor editor = stage.docs.open(stage.docx("a6", "Old").signed())) {
            assertThat(editor.texts()).containsEntry("p0", "New");
            editor.type("p0", "Newer");
        }
        CallbackRecord second = stage.docs.awaitCallback("a6", 2, 2, SOON);
        assertThat(stage.verified(second).has("history")).isFalse();
        assertThat(stage.savedText(second)).isEqualTo("Newer");
        assertThat(settled("a6").dead()).isTrue();
        assertThat(stage.docs.forgotten()).isEmpty();
    }

    @Test
    void doesNotRepeatAForcedSaveButKnowsThatItIsStillNew() throws Exception {
        stage.host.answerNext(6, 503, "");
        HeadlessEditor editor = stage.docs.open(
                stage.docx("a7", "Old").custom("forcesave", true).signed());
        editor.type("p0", "New");
        editor.save();
        assertThat(stage.docs.awaitCallback("a7", 6, SOON).accepted()).isFalse();
        assertThat(editor.awaitEvent("forcesaved", SOON)).contains("\"success\":false");
        editor.save();
        assertThat(stage.docs.awaitCallback("a7", 6, 2, SOON).accepted()).isTrue();
        editor.close();
        assertThat(stage.verified(stage.docs.awaitCallback("a7", 2, SOON))
                        .path("notmodified")
                        .asBoolean())
                .isTrue();
    }
}
