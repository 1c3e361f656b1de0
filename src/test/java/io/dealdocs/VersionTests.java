package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.ContentDamaged;
import io.dealdocs.documents.ContentId;
import io.dealdocs.documents.ContentStore;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.documents.Documents;
import io.dealdocs.documents.NewVersion;
import io.dealdocs.documents.Origin;
import io.dealdocs.documents.StoredContent;
import io.dealdocs.documents.Version;
import io.dealdocs.documents.VersionLine;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The versions of a document: what they are, who sees them, and that a damaged one is never taken for whole. */
class VersionTests extends SavingRoom {

    private static final DealId ADAS_OWN = new DealId(2);
    private static final int MIB = 1 << 20;

    @Autowired
    private DocumentVersions versions;

    @Autowired
    private Documents rows;

    @Autowired
    private ContentStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aVersionIsShownForReadingUnderAKeyOfItsOwn() throws Exception {
        DocumentId document = inPipedrive(fresh("Shown"));
        save(ADA, document, "a second version");

        JsonNode config = JSON.readTree(sessions.show(BEN, document, 1, false).config());

        assertThat(config.path("editorConfig").path("mode").asString()).isEqualTo("view");
        assertThat(config.path("editorConfig").has("callbackUrl")).isFalse();
        assertThat(config.path("document").path("key").asString()).endsWith(".v1");
        try (HeadlessEditor reader = docs().open(config)) {
            assertThat(reader.texts().values()).noneMatch(text -> text.contains("a second version"));
        }
        refused(Reason.VERSION_GONE, () -> sessions.show(BEN, document, 99, false));
        refused(Reason.DOCUMENT_UNKNOWN, () -> sessions.show(GUS, document, 1, false));
    }

    @Test
    void theyAreListedNewestFirstWithTheirAuthorsAndWhichOneIsTheDocument() throws Exception {
        DocumentId document = inPipedrive(fresh("Listed"));
        save(BEN, document, "by Ben");
        List<VersionLine> lines = versions.list(ADA, DEAL, document);
        assertThat(lines).extracting(VersionLine::number).containsExactly(2, 1);
        assertThat(lines).extracting(VersionLine::origin).containsExactly(Origin.SAVED, Origin.IMPORTED);
        assertThat(lines).extracting(VersionLine::author).containsExactly("Ben Vogt", "Ada Lind");
        assertThat(lines).extracting(VersionLine::head).containsExactly(true, false);
        assertThat(lines).noneMatch(VersionLine::offered);
        awaitPublished(document);
        assertThat(versions.list(ADA, DEAL, document))
                .extracting(VersionLine::published)
                .containsExactly(true, false);
        assertThat(read(document, 1)).isNotEqualTo(read(document, 2));
        assertThat(lines.getFirst().size()).isEqualTo(read(document, 2).length);
    }

    @Test
    void aVersionThatIsNotThereIsGone() {
        DocumentId document = inPipedrive(fresh("One"));
        refused(Reason.VERSION_GONE, () -> read(document, 2));
        refused(Reason.VERSION_GONE, () -> versions.makeCurrent(ADA, DEAL, document, 7, false));
        refused(Reason.VERSION_GONE, () -> versions.saveAsFile(ADA, DEAL, document, 7));
    }

    @Test
    void nobodyReachesVersionsOfWhatPipedriveDoesNotShowThem() {
        DocumentId secret = documents.create(ADA, ADAS_OWN, DocumentKind.DOCUMENT, fresh("Secret"));
        awaitPublished(secret);
        refused(Reason.DEAL_GONE, () -> versions.list(BEN, ADAS_OWN, secret));
        refused(Reason.FILE_GONE, () -> versions.list(BEN, DEAL, secret));
        refused(Reason.FILE_GONE, () -> versions.list(GUS, ADAS_OWN, secret));
        refused(Reason.DEAL_GONE, () -> versions.read(BEN, ADAS_OWN, secret, 1, (bytes, size) -> size));
        refused(Reason.FILE_GONE, () -> versions.read(GUS, ADAS_OWN, secret, 1, (bytes, size) -> size));
        refused(Reason.DEAL_GONE, () -> versions.saveAsFile(BEN, ADAS_OWN, secret, 1));
        refused(Reason.FILE_GONE, () -> versions.saveAsFile(BEN, DEAL, secret, 1));
        refused(Reason.FILE_GONE, () -> versions.makeCurrent(BEN, DEAL, secret, 1, true));
    }

    @Test
    void aVersionIsSavedAsADocumentOfItsOwn() throws Exception {
        String title = fresh("Copied");
        DocumentId document = inPipedrive(title);
        save(BEN, document, "later words");
        DocumentId copy = versions.saveAsFile(ADA, DEAL, document, 1);
        awaitPublished(copy);
        awaitPublished(document);
        assertThat(text(only(title + " (version 1).docx"))).doesNotContain("later words");
        assertThat(text(only(title + ".docx"))).contains("later words");
        assertThat(content(copy, 1)).isEqualTo(content(document, 1));
    }

    @Test
    void whatIsKeptAsideIsOfferedUntilSomebodyDecides() throws Exception {
        DocumentId document = inPipedrive(fresh("Offered"));
        JsonNode session = config(ADA, document);
        save(ADA, document, "the document");
        String result = result(inPipedrive(fresh("Elsewhere")), "too late");
        assertThat(deliver(session, saved(session, 2, result)).statusCode()).isEqualTo(200);
        assertThat(origins(document)).containsExactly("IMPORTED", "SAVED", "CONFLICT");
        assertThat(offered(document)).containsExactly(3);
        versions.saveAsFile(ADA, DEAL, document, 3);
        assertThat(offered(document)).isEmpty();
    }

    @Test
    void whatTheDocumentHoldsAlreadyIsNotOffered() throws Exception {
        DocumentId document = inPipedrive(fresh("Same text"));
        JsonNode session = config(ADA, document);
        String result = result(document, "handed over twice");
        awaitOrigins(document, "IMPORTED", "SAVED");
        jdbc.sql("update version set session_id = null where document_id = ?")
                .param(document.value())
                .update();
        deliver(session, saved(session, 2, result));
        assertThat(offered(document)).isEmpty();
    }

    @Test
    void whatIsKeptOfADeletedDocumentCanStillBeSavedAsAFile() throws Exception {
        String title = fresh("Deleted");
        DocumentId document = inPipedrive(title);
        JsonNode session = config(ADA, document);
        String result = result(inPipedrive(fresh("Elsewhere")), "late words");
        documents.delete(ADA, DEAL, DealFile.Ref.of(document), false);
        deliver(session, saved(session, 2, result));
        assertThat(offered(document)).containsExactly(2);
        refused(Reason.DOCUMENT_DELETED, () -> versions.makeCurrent(ADA, DEAL, document, 2, true));
        awaitPublished(versions.saveAsFile(ADA, DEAL, document, 2));
        assertThat(text(only(title + " (version 2).docx"))).contains("late words");
        refused(Reason.FILE_GONE, () -> versions.list(GUS, new DealId(1), document));
        refused(Reason.FILE_GONE, () -> versions.list(BEN, new DealId(1), document));
    }

    @Test
    void whatIsOnlyOfferedNeverBecomesTheHeadByItself() {
        DocumentId document = inPipedrive(fresh("Head"));
        StoredContent content = rows.version(document, 1).orElseThrow().content();
        for (Origin origin : List.of(Origin.RECOVERED, Origin.CONFLICT)) {
            NewVersion version =
                    new NewVersion(origin, content, Optional.empty(), "", Optional.empty(), Optional.empty());
            assertThatThrownBy(() -> transaction.execute(status -> rows.add(
                            rows.lock(document).orElseThrow(), version, Documents.Effect.HEAD, Optional.empty())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(state(document).head()).isEqualTo(1);
        assertThat(origins(document)).containsExactly("IMPORTED");
    }

    @Test
    void aDamagedContentNeverEndsLikeAWholeOne() throws Exception {
        byte[] bytes = new byte[2 * MIB + 5];
        new Random(11).nextBytes(bytes);
        for (String damage : List.of(
                "update content_chunk set bytes = set_byte(bytes, 3, get_byte(bytes, 3) # 1) where content_id = ?"
                        + " and number = 1",
                "update content_chunk set bytes = substring(bytes from 2) where content_id = ? and number = 2",
                "update content_chunk set bytes = bytes || '\\x00' where content_id = ? and number = 2",
                "delete from content_chunk where content_id = ? and number = 2",
                "delete from content_chunk where content_id = ? and number = 0")) {
            StoredContent stored = store.store(new ByteArrayInputStream(bytes), bytes.length, bytes.length);
            jdbc.sql(damage).param(stored.id().value()).update();
            assertThat(bytesBeforeTheDamage(stored, bytes.length)).as(damage).isLessThan(bytes.length);
            store.discard(stored.id());
        }
        StoredContent gone = store.store(new ByteArrayInputStream(bytes), -1, bytes.length);
        store.discard(gone.id());
        assertThatThrownBy(() -> store.source(gone).open()).isInstanceOf(ContentDamaged.class);
        assertThatThrownBy(() -> store.open(gone.id(), 0)).isInstanceOf(ContentDamaged.class);
    }

    // A reader who counts bytes never asks for the end.
    private int bytesBeforeTheDamage(StoredContent stored, int wanted) throws IOException {
        int read = 0;
        try (InputStream content = store.source(stored).open()) {
            byte[] buffer = new byte[16 * 1024];
            while (read < wanted) {
                int some = content.read(buffer);
                assertThat(some).as("a silent end").isPositive();
                read += some;
            }
        } catch (ContentDamaged told) {
            return read;
        }
        return read;
    }

    @Test
    void aPartOfAContentTellsAMissingPiece() throws Exception {
        byte[] bytes = new byte[3 * MIB];
        StoredContent stored = store.store(new ByteArrayInputStream(bytes), bytes.length, bytes.length);
        jdbc.sql("delete from content_chunk where content_id = ? and number = 2")
                .param(stored.id().value())
                .update();
        try (InputStream part = store.open(stored.id(), MIB + 7)) {
            assertThat(part.readNBytes(MIB - 7)).hasSize(MIB - 7);
            assertThatThrownBy(part::read).isInstanceOf(ContentDamaged.class);
        }
        assertThatThrownBy(() -> store.open(stored.id(), 2 * MIB)).isInstanceOf(ContentDamaged.class);
        store.discard(stored.id());
    }

    @Test
    void aDamagedVersionReachesNeitherPipedriveNorTheEditor() throws Exception {
        String title = fresh("Damaged");
        DocumentId document = inPipedrive(title);
        long file = only(title + ".docx").id();
        String key = key(document);
        save(ADA, document, "fine so far", () -> damageWhatComes(document));
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(state(document).attention()).isEqualTo("CONTENT_DAMAGED"));
        } finally {
            jdbc.sql("drop trigger damage on version").update();
            jdbc.sql("drop function damage()").update();
        }
        assertThat(only(title + ".docx").id()).isEqualTo(file);
        assertThat(outcomes(document)).doesNotContain("").last().isEqualTo("REFUSED");
        assertThatThrownBy(() -> versions.read(ADA, DEAL, document, 2, (bytes, size) -> bytes.readAllBytes()))
                .isInstanceOf(ContentDamaged.class);
        assertThatThrownBy(() -> open(BEN, document)).as("opened " + key).isInstanceOf(Exception.class);
        versions.makeCurrent(BEN, DEAL, document, 1, true);
        awaitPublished(document);
    }

    private void damageWhatComes(DocumentId document) {
        jdbc.sql("create function damage() returns trigger language plpgsql as 'begin"
                        + " if new.document_id = ''" + document + "'' then"
                        + " update content_chunk set bytes = set_byte(bytes, 99, get_byte(bytes, 99) # 1)"
                        + " where content_id = new.content_id and number = 0; end if; return new; end'")
                .update();
        jdbc.sql("create trigger damage before insert on version for each row execute function damage()")
                .update();
    }

    private ContentId content(DocumentId document, int number) {
        return rows.version(document, number)
                .map(Version::content)
                .orElseThrow()
                .id();
    }

    private List<Integer> offered(DocumentId document) {
        return versions.list(ADA, DEAL, document).stream()
                .filter(VersionLine::offered)
                .map(VersionLine::number)
                .toList();
    }

    private byte[] read(DocumentId document, int number) throws IOException {
        return versions.read(ADA, DEAL, document, number, (bytes, size) -> {
            byte[] all = bytes.readAllBytes();
            assertThat(all).hasSize(Math.toIntExact(size));
            return Arrays.copyOf(all, all.length);
        });
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
