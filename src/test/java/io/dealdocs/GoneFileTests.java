package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.PublicationWanted.Urgency;
import io.dealdocs.editing.EditingNews;
import io.dealdocs.editing.EditingNews.Kind;
import io.dealdocs.editing.GoneFiles;
import io.dealdocs.installation.NewsWire.Heard;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.docs.OpenRefusedException;
import io.dealdocs.sandbox.pipedrive.FileLinks;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.Refusal.Reason;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** When a file is deleted in Pipedrive while people edit it they are asked, and keep it unless they say otherwise. */
class GoneFileTests extends PublishingRoom {

    @Autowired
    private GoneFiles goneFiles;

    @Autowired
    private ConfigurableApplicationContext context;

    private final List<EditingNews> told = new CopyOnWriteArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<Heard>> ears =
            ApplicationListener.forPayload(heard -> EditingNews.of(heard).ifPresent(told::add));

    private String title = "";
    private DocumentId document;
    private FileId file;

    @BeforeEach
    void aDocument() {
        title = fresh("Gone");
        document = inPipedrive(title);
        file = new FileId(only(title + ".docx").id());
        context.addApplicationListener(ears);
    }

    @AfterEach
    void nobodyListens() {
        context.removeApplicationListener(ears);
    }

    private HeadlessEditor edit() throws OpenRefusedException {
        String key = config(BEN, document).path("document").path("key").asString();
        HeadlessEditor editor = open(BEN, document);
        docs().awaitCallback(key, 1, PATIENCE);
        return editor;
    }

    private EditingNews question() {
        return new EditingNews(document, Kind.FILE_GONE, file.toString());
    }

    private void deleteInPipedrive() {
        pipedrive().deleteFile(PipedriveSandbox.ACME, file.value());
    }

    /** What was told before this is heard by now. */
    private void hearEverything() {
        String marker = fresh("marker");
        jdbc.sql("select pg_notify('dealdocs', ?)")
                .param("editing\n" + document + "\nCALLED_OFF\n" + marker)
                .query((row, number) -> marker)
                .single();
        await().atMost(PATIENCE)
                .until(() -> told.stream().anyMatch(news -> news.detail().equals(marker)));
    }

    @Test
    void thePanelOfAnybodyFindsOutAndTheEditorsAreAsked() throws Exception {
        try (HeadlessEditor editor = edit()) {
            editor.addParagraph("typed before and after");
            documents.list(ADA, DEAL);
            hearEverything();
            assertThat(told).doesNotContain(question());

            deleteInPipedrive();
            documents.list(ADA, DEAL);

            await().atMost(PATIENCE).until(() -> told.contains(question()));
        }
        await().atMost(PATIENCE).until(() -> origins(document).size() > 1);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("typed before and after");
    }

    @Test
    void whoeverEditsNothingIsAskedNothing() {
        deleteInPipedrive();
        documents.list(ADA, DEAL);
        hearEverything();
        assertThat(told).doesNotContain(question());
    }

    @Test
    void aFileThatWasMovedOrCannotBeAskedForIsNotGone() throws Exception {
        try (HeadlessEditor editor = edit()) {
            editor.addParagraph("goes on");
            pipedrive().hangOn(PipedriveSandbox.ACME, file.value(), FileLinks.plain(7));
            documents.list(ADA, DEAL);
            hearEverything();
            assertThat(told).doesNotContain(question());

            deleteInPipedrive();
            pipedrive().faults().failNext("GET /files/{id}", 503, 1_000_000);
            assertThat(documents.list(ADA, DEAL).remembered()).isEmpty();
            hearEverything();
            assertThat(told).doesNotContain(question());
            pipedrive().faults().clear();
            pipedrive().faults().burst(100_000);
        }
    }

    @Test
    void whoeverKeepsItPutsItBackWhilePeopleGoOn() throws Exception {
        try (HeadlessEditor editor = edit()) {
            deleteInPipedrive();
            goneFiles.keep(BEN, document, file);
            await().atMost(PATIENCE).until(() -> !named(title + ".docx").isEmpty());
            editor.addParagraph("and on");
        }
        await().atMost(PATIENCE).until(() -> origins(document).size() == 2);
        awaitPublished(document);
        assertThat(text(only(title + ".docx"))).contains("and on");
    }

    @Test
    void whoeverDeletesItAsWellEndsTheEditingAndWhatWasTypedIsKept() throws Exception {
        try (HeadlessEditor editor = edit()) {
            editor.addParagraph("typed");
            deleteInPipedrive();
            refused(Reason.DOCUMENT_UNKNOWN, () -> goneFiles.delete(GUS, document, file));
            goneFiles.delete(BEN, document, file);
        } catch (IllegalStateException sentAway) {
            // The editor is not there any more.
        }
        assertThat(listed(title + ".docx")).isEmpty();
        await().atMost(PATIENCE).until(() -> !planned(document));
        assertThat(named(title + ".docx")).isEmpty();
        assertThat(origins(document)).hasSizeGreaterThan(1);
    }

    @Test
    void aPublishThatFindsTheOldFileGoneAsksAsWell() throws Exception {
        try (HeadlessEditor editor = edit()) {
            editor.addParagraph("first");
            deleteInPipedrive();
            change(document, ADA, "meanwhile", Urgency.NOW);
            await().atMost(PATIENCE).until(() -> told.contains(question()));
            assertThat(only(title + ".docx").id()).isGreaterThan(file.value());
        }
    }

    @Test
    void aPublishThatFindsTheOldFileAsksNothing() throws Exception {
        try (HeadlessEditor editor = edit()) {
            change(document, ADA, "meanwhile", Urgency.NOW);
            awaitPublished(document);
            hearEverything();
            assertThat(told).doesNotContain(question());
            assertThat(editor.texts()).isNotNull();
        }
    }
}
