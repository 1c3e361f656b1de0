package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.documents.VersionLine;
import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A version of the past becomes the document again, and nothing that anybody types is lost by it. */
class RestoreTests extends SavingRoom {

    @Autowired
    private DocumentVersions versions;

    @Autowired
    private AuditTrail audit;

    @Test
    void anOlderVersionBecomesTheDocumentAsANewOne() throws Exception {
        String title = fresh("Restored");
        DocumentId document = inPipedrive(title);
        save(BEN, document, "regretted");
        awaitPublished(document);
        long revision = state(document).revision();

        assertThat(versions.makeCurrent(ADA, DEAL, document, 1, false)).isEqualTo(3);

        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED", "RESTORED");
        assertThat(state(document).head()).isEqualTo(3);
        assertThat(state(document).revision()).isEqualTo(revision + 1);
        assertThat(line(document, 3).author()).isEqualTo("Ada Lind");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).doesNotContain("regretted");
        assertThat(audit.of(ADA.company(), document))
                .filteredOn(entry -> entry.action() == AuditEntry.Action.RESTORED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.by()).contains(ADA.user()));
        assertThat(contents(document, 1)).isEqualTo(contents(document, 3));
        save(BEN, document, "goes on from there");
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("goes on from there").doesNotContain("regretted");
    }

    @Test
    void theHeadItselfStaysWhatItIs() {
        DocumentId document = inPipedrive(fresh("Head"));
        assertThat(versions.makeCurrent(ADA, DEAL, document, 1, false)).isEqualTo(1);
        assertThat(origins(document)).containsExactly("IMPORTED");
        assertThat(state(document).revision()).isEqualTo(1);
    }

    @Test
    void whoeverEditsIsNamedBeforeAnythingHappens() throws Exception {
        DocumentId document = inPipedrive(fresh("Edited"));
        save(ADA, document, "second");
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            assertThatThrownBy(() -> versions.makeCurrent(ADA, DEAL, document, 1, false))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.reason()).isEqualTo(Reason.BEING_EDITED);
                        assertThat(refusal.arguments()).containsExactly(List.of("Ben Vogt"));
                    });
            assertThat(editor.mode()).isEqualTo("edit");
        }
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED");
    }

    @Test
    void aConfirmedRestoreKeepsWhatIsBeingTyped() throws Exception {
        String title = fresh("Typed meanwhile");
        DocumentId document = inPipedrive(title);
        save(ADA, document, "second");
        awaitPublished(document);
        String key = key(document);
        try (HeadlessEditor editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            editor.addParagraph("typed by Ben until the last moment");
            int restored = versions.makeCurrent(ADA, DEAL, document, 1, true);
            assertThat(state(document).head()).isEqualTo(restored);
        }
        // What was typed is stored before the restore, once or twice: the last save may come in time as well.
        assertThat(origins(document))
                .startsWith("IMPORTED", "SAVED", "FORCE_SAVED")
                .contains("RESTORED");
        assertThat(key(document)).isNotEqualTo(key);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).doesNotContain("second", "typed by Ben");
        // Nothing is offered that is kept already.
        assertThat(versions.list(ADA, DEAL, document)).noneMatch(VersionLine::offered);
        versions.makeCurrent(ADA, DEAL, document, 3, true);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("second", "typed by Ben until the last moment");
    }

    @Test
    void aSaveThatComesAfterTheRestoreIsOfferedAndCanBecomeTheDocument() throws Exception {
        String title = fresh("Late");
        DocumentId document = inPipedrive(title);
        save(ADA, document, "second");
        JsonNode session = config(BEN, document);
        String result = result(inPipedrive(fresh("Elsewhere")), "late words");
        versions.makeCurrent(ADA, DEAL, document, 1, false);
        assertThat(deliver(session, saved(session, 2, result)).statusCode()).isEqualTo(200);
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED", "RESTORED", "CONFLICT");
        assertThat(state(document).head()).isEqualTo(3);
        assertThat(line(document, 4).offered()).isTrue();

        versions.makeCurrent(ADA, DEAL, document, 4, false);

        assertThat(line(document, 4).offered()).isFalse();
        assertThat(state(document).head()).isEqualTo(5);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("late words");
    }

    @Test
    void aContentOfAnotherFormatCanOnlyBeSavedAsAFile() throws Exception {
        String title = fresh("Other format");
        DocumentId document = inPipedrive(title);
        JsonNode session = config(ADA, document);
        Map<String, Object> claims = saved(session, 2, result(inPipedrive(fresh("Elsewhere")), "as text"));
        claims.put("filetype", "odt");
        assertThat(deliver(session, claims).statusCode()).isEqualTo(200);
        assertThat(line(document, 2).otherFormat()).isEqualTo("odt");
        refused(Reason.FORMAT_UNSUPPORTED, () -> versions.makeCurrent(ADA, DEAL, document, 2, false));
        assertThat(state(document).head()).isEqualTo(1);
        awaitPublished(versions.saveAsFile(ADA, DEAL, document, 2));
        only(title + " (version 2).odt");
    }

    @Test
    void twoWhoRestoreAtOnceMakeTwoVersionsOneAfterTheOther() throws Exception {
        DocumentId document = inPipedrive(fresh("Twice"));
        save(ADA, document, "second");
        Thread other = Thread.startVirtualThread(() -> versions.makeCurrent(BEN, DEAL, document, 1, false));
        versions.makeCurrent(ADA, DEAL, document, 1, false);
        other.join();
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED", "RESTORED", "RESTORED");
        assertThat(state(document).head()).isEqualTo(4);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(document).published()).isEqualTo(4));
    }

    private VersionLine line(DocumentId document, int number) {
        return versions.list(ADA, DEAL, document).stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private String contents(DocumentId document, int number) {
        return jdbc.sql("select content_id::text from version where document_id = ? and number = ?")
                .params(document.value(), number)
                .query(String.class)
                .single();
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
