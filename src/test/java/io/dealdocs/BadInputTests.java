package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be done is refused with a reason that has a sentence, and leaves nothing behind. */
class BadInputTests extends DealRoom {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", ".docx", " .docx "})
    void aNameOfNothingIsRefused(String name) {
        refused(Reason.NAME_EMPTY, () -> documents.create(ADA, DEAL, DocumentKind.DOCUMENT, name));
        refused(Reason.NAME_EMPTY, () -> upload(name, 3, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "../b", "a\\b", "a\u0000b", "a\nb", "a\u007fb", "a\u0085b"})
    void aNameWithForbiddenCharactersIsRefused(String name) {
        refused(Reason.NAME_FORBIDDEN, () -> documents.create(ADA, DEAL, DocumentKind.DOCUMENT, name));
        refused(Reason.NAME_FORBIDDEN, () -> upload(name + ".docx", 3, 3));
    }

    @Test
    void aNameMayHave190CharactersWithItsExtension() throws Exception {
        String longest = fresh("L").concat("x".repeat(200)).substring(0, 185);
        DocumentId created = documents.create(ADA, DEAL, DocumentKind.DOCUMENT, longest);
        awaitPublished(created);
        assertThat(named(longest + ".docx")).hasSize(1);
        refused(Reason.NAME_TOO_LONG, () -> documents.create(ADA, DEAL, DocumentKind.DOCUMENT, longest + "y"));
        refused(Reason.NAME_TOO_LONG, () -> upload(longest + "y.docx", 3, 3));
        String hearts = "\uD83D\uDC9C".repeat(185);
        awaitPublished(upload(hearts + ".docx", 3, 3));
        refused(Reason.NAME_TOO_LONG, () -> upload(hearts + "\uD83D\uDC9C.docx", 3, 3));
    }

    @Test
    void theExtensionMayHaveBeenTyped() {
        String title = fresh("Typed");
        DocumentId created = documents.create(ADA, DEAL, DocumentKind.DOCUMENT, title + ".DOCX");
        awaitPublished(created);
        assertThat(named(title + ".DOCX")).hasSize(1);
    }

    @Test
    void anEmptyFileIsRefused() {
        String name = fresh("Empty") + ".docx";
        refused(Reason.FILE_EMPTY, () -> upload(name, 0, 0));
        refused(Reason.FILE_EMPTY, () -> upload(name, -1, 0));
        SandboxFile empty = pipedrive().addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, name, new byte[0]);
        refused(Reason.FILE_EMPTY, () -> sessions.prepare(ADA, DEAL, new Ref("f" + empty.id())));
    }

    @Test
    void aFileOverTheLimitIsRefusedWithTheLimitAndLeavesNothing() {
        long limit = documents.uploadLimit();
        String name = fresh("Large") + ".docx";
        long before = contents();
        assertThatThrownBy(() -> upload(name, limit + 1, 0))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(limit));
        refused(Reason.FILE_TOO_LARGE, () -> upload(name, -1, limit + 1));
        assertThat(contents()).isEqualTo(before);
        assertThat(listed(name)).isEmpty();
    }

    @Test
    void anUploadThatIsShorterOrLongerThanAnnouncedLeavesNothing() {
        String name = fresh("Broken off") + ".docx";
        long before = contents();
        refused(Reason.UPLOAD_BROKEN, () -> upload(name, 10, 9));
        refused(Reason.UPLOAD_BROKEN, () -> upload(name, 10, 11));
        assertThat(contents()).isEqualTo(before);
        assertThat(listed(name)).isEmpty();
    }

    @Test
    void aDealThatIsAbsentOrDeletedIsGone() {
        for (DealId deal : List.of(new DealId(6), new DealId(4711))) {
            refused(Reason.DEAL_GONE, () -> documents.list(ADA, deal));
            refused(Reason.DEAL_GONE, () -> documents.create(ADA, deal, DocumentKind.DOCUMENT, "x"));
            refused(Reason.DEAL_GONE, () -> sessions.prepare(ADA, deal, new Ref("f1")));
        }
    }

    @Test
    void whatNoEditorOpensIsRefusedWithItsExtension() {
        SandboxFile zip =
                pipedrive().addFile(PipedriveSandbox.ACME, DEAL.value(), 1001, fresh("Z") + ".zip", new byte[9]);
        assertThatThrownBy(() -> sessions.prepare(ADA, DEAL, new Ref("f" + zip.id())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.FORMAT_UNSUPPORTED);
                    assertThat(refusal.arguments()).containsExactly("zip");
                });
    }

    @Test
    void aDocumentThatPeopleEditIsNotDeletedUnderThem() throws Exception {
        DocumentId document = inPipedrive(fresh("Edited"));
        String key = config(BEN, document).path("document").path("key").asString();
        try (var editor = open(BEN, document)) {
            docs().awaitCallback(key, 1, PATIENCE);
            assertThatThrownBy(() -> documents.delete(ADA, DEAL, Ref.of(document), false))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.reason()).isEqualTo(Reason.BEING_EDITED);
                        assertThat(refusal.arguments()).containsExactly(List.of("Ben Vogt"));
                    });
            assertThat(editor.mode()).isEqualTo("edit");
        }
        docs().awaitCallback(key, 4, PATIENCE);
        documents.delete(ADA, DEAL, Ref.of(document), false);
        refused(Reason.DOCUMENT_DELETED, () -> sessions.launch(ADA, document, false));
        refused(Reason.DOCUMENT_DELETED, () -> sessions.prepare(ADA, DEAL, Ref.of(document)));
    }

    private long contents() {
        return jdbc.sql("select count(*) from content").query(Long.class).single();
    }

    private DocumentId upload(String name, long announced, long sent) throws IOException {
        try (InputStream zeros = new ByteArrayInputStream(new byte[Math.toIntExact(sent)])) {
            return documents.upload(ADA, DEAL, name, announced, zeros);
        }
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
