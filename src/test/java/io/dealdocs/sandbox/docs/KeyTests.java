package io.dealdocs.sandbox.docs;

import static io.dealdocs.sandbox.docs.Stage.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A key is a session: cached, alive after forced saves, dead after the last one. */
class KeyTests {

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

    @Test
    void fetchesADocumentOnceHoweverManyOpenItsKey() throws Exception {
        Config first = stage.docx("k1", "Text");
        Config other = stage.docx("k1", "Text");
        String elsewhere = stage.host.put("/files/other.docx", Documents.docx("Other"));
        other.with(c -> Config.document(c).put("url", elsewhere));
        try (HeadlessEditor ada = stage.docs.open(first.signed());
                HeadlessEditor ben = stage.docs.open(other.user("u2", "Ben").signed())) {
            assertThat(ben.texts()).isEqualTo(ada.texts());
        }
        stage.docs.awaitCallback("k1", 4, SOON);
        stage.docs.open(first.signed()).close();
        assertThat(stage.host.count("GET", "/files/k1.docx")).isEqualTo(1);
        assertThat(stage.host.count("GET", "/files/other.docx")).isZero();
    }

    @Test
    void isDeadAfterItsLastSaveUntilFiveMinutesHavePassed() throws Exception {
        Config config = stage.docx("k2", "Text");
        try (HeadlessEditor editor = stage.docs.open(config.signed())) {
            editor.type("p0", "Saved");
        }
        stage.docs.awaitCallback("k2", 2, SOON);
        assertThatExceptionOfType(OpenRefusedException.class)
                .isThrownBy(() -> stage.docs.open(config.signed()))
                .matches(e -> e.code() == OpenRefusedException.OUTDATED_KEY);
        stage.docs.advanceClock(Duration.ofSeconds(301));
        Config later = stage.docx("k2", "Fetched anew");
        later.with(c -> c.put("exp", 4_000_000_000L));
        try (HeadlessEditor editor = stage.docs.open(later.signed(claims -> {}))) {
            assertThat(editor.texts()).containsEntry("p0", "Fetched anew");
        }
    }

    @Test
    void showsADeadKeyToViewersFromTheCache() throws Exception {
        try (HeadlessEditor editor = stage.docs.open(stage.docx("k3", "Text").signed())) {
            editor.type("p0", "Saved");
        }
        stage.docs.awaitCallback("k3", 2, SOON);
        try (HeadlessEditor viewer =
                stage.docs.open(stage.docx("k3", "Text").view().signed())) {
            assertThat(viewer.texts()).containsEntry("p0", "Saved");
        }
    }

    @Test
    void staysAliveAfterAForcedSaveAndAfterAnEndWithoutChanges() throws Exception {
        Config config = stage.docx("k4", "Text").custom("forcesave", true);
        stage.docs.open(config.signed()).close();
        stage.docs.awaitCallback("k4", 4, SOON);
        try (HeadlessEditor editor = stage.docs.open(config.signed())) {
            editor.type("p0", "Forced");
            editor.save();
            stage.docs.awaitCallback("k4", 6, SOON);
            try (HeadlessEditor ben = stage.docs.open(config.user("u2", "Ben").signed())) {
                assertThat(ben.texts()).containsEntry("p0", "Forced");
            }
        }
    }

    @Test
    void waitsForASaveOnItsWayBeforeItLetsTheNextOneIn() throws Exception {
        stage.docs.faults().add(Fault.once(FaultName.CALLBACK_LATE).forKey("k5").millis(1));
        stage.host.answerNext(2, 503, "");
        Config config = stage.docx("k5", "Text");
        try (HeadlessEditor editor = stage.docs.open(config.signed())) {
            editor.type("p0", "Saved");
        }
        stage.docs.awaitCallback("k5", 2, SOON);
        assertThatExceptionOfType(OpenRefusedException.class)
                .isThrownBy(() -> stage.docs.open(config.signed()))
                .matches(e -> e.code() == OpenRefusedException.OUTDATED_KEY);
    }

    @Test
    void letsEveryoneSeeEveryonesText() throws Exception {
        Config config = stage.docx("k6", "One", "Two");
        try (HeadlessEditor ada = stage.docs.open(config.signed());
                HeadlessEditor ben = stage.docs.open(config.user("u2", "Ben").signed())) {
            ada.type("p0", "Ada");
            ada.addParagraph("Ada's own");
            ben.addParagraph("Ben's own");
            assertThat(ben.texts().values()).containsExactly("Ada", "Two", "Ada's own", "Ben's own");
            assertThat(ben.awaitEvent("change", SOON)).contains("\"text\":\"Ada\"");
            assertThat(ada.awaitEvent("Ben's own", SOON)).startsWith("change");
            ben.say("Hello Ada");
            ada.awaitEvent("Hello Ada", SOON);
        }
        assertThat(stage.savedText(stage.docs.awaitCallback("k6", 2, SOON))).isEqualTo("Ada|Two|Ada's own|Ben's own");
    }
}
