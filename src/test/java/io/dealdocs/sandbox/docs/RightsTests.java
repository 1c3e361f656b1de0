package io.dealdocs.sandbox.docs;

import static io.dealdocs.sandbox.docs.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the effective config forbids does not happen, whoever asks. */
class RightsTests {

    private static Stage stage;

    @BeforeAll
    static void start() throws IOException {
        stage = new Stage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void refusesTheTextOfAViewer() throws Exception {
        try (HeadlessEditor viewer =
                stage.docs.open(stage.docx("r1", "Text").view().signed())) {
            assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> viewer.type("p0", "x"));
            assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> viewer.comment("p0", "x"));
            assertThat(viewer.texts()).containsEntry("p0", "Text");
        }
    }

    @Test
    void takesACommentButNoTextFromACommenter() throws Exception {
        Config config = stage.docx("r2", "Text").permission("edit", false).permission("comment", true);
        try (HeadlessEditor editor = stage.docs.open(config.signed())) {
            assertThat(editor.mode()).isEqualTo("comment");
            assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> editor.type("p0", "x"));
            editor.comment("p0", "Please check");
        }
        assertThat(stage.savedText(stage.docs.awaitCallback("r2", 2, SOON))).isEqualTo("Text");
    }

    @Test
    void writesWhatAReviewerTypesAsASuggestion() throws Exception {
        Config config = stage.docx("r3", "Ten days")
                .permission("edit", false)
                .permission("review", true)
                .permission("comment", false);
        try (HeadlessEditor editor =
                stage.docs.open(config.user("u9", "Ana \"A\" Lee").signed())) {
            assertThat(editor.mode()).isEqualTo("review");
            editor.type("p0", "Ten long days");
            editor.addParagraph("Another");
        }
        CallbackRecord saved = stage.docs.awaitCallback("r3", 2, SOON);
        byte[] file = stage.get(saved.body().path("url").asString("")).body();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            var paragraph = document.getParagraphArray(0).getCTP();
            assertThat(paragraph.sizeOfInsArray()).isEqualTo(1);
            assertThat(paragraph.getInsArray(0).getAuthor()).isEqualTo("Ana \"A\" Lee");
            assertThat(paragraph.xmlText()).contains("oouserid=\"u9\"", ">long ");
            assertThat(document.getParagraphArray(1).getCTP().sizeOfInsArray()).isEqualTo(1);
        }
    }

    @Test
    void losesInStrictModeWhatWasNotSaved() throws Exception {
        Config config = stage.docx("r4", "One", "Two").strict().custom("autosave", false);
        HeadlessEditor editor = stage.docs.open(config.signed());
        editor.type("p0", "Saved");
        editor.save();
        editor.type("p1", "Lost");
        editor.close();
        assertThat(stage.savedText(stage.docs.awaitCallback("r4", 2, SOON))).isEqualTo("Saved|Two");
    }

    @Test
    void keepsNothingBackFromOnePersonInStrictModeWithAutosaveButFromTwo() throws Exception {
        Config config = stage.docx("r5", "One").strict();
        HeadlessEditor ada = stage.docs.open(config.signed());
        ada.type("p0", "Alone");
        HeadlessEditor ben = stage.docs.open(config.user("u2", "Ben").signed());
        ben.type("p0", "Not sent");
        ben.close();
        ada.close();
        assertThat(stage.savedText(stage.docs.awaitCallback("r5", 2, SOON))).isEqualTo("Alone");
    }

    @Test
    void refusesChatWhereItIsOff() throws Exception {
        Config config = stage.docx("r6", "Text").permission("chat", false);
        try (HeadlessEditor editor = stage.docs.open(config.signed())) {
            assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> editor.say("hi"));
        }
    }
}
