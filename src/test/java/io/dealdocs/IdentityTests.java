package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dealdocs.documents.DealFile.Ref;
import io.dealdocs.sandbox.docs.HeadlessEditor;
import io.dealdocs.sandbox.pipedrive.SandboxFile;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** A Pipedrive file id, current or past, is at most one document of its company. */
class IdentityTests extends DealRoom {

    @Test
    void peopleWhoOpenAFileFirstAtOnceMeetInOneDocument() throws Exception {
        SandboxFile file = put(ADA, DEAL, fresh("Together") + ".docx");
        List<DocumentId> opened = atOnce(List.of(ADA, BEN, ADA, BEN, ADA, BEN), member -> prepared(member, DEAL, file));
        Set<DocumentId> one = new HashSet<>(opened);
        assertThat(one).hasSize(1);
        DocumentId document = opened.getFirst();
        assertThat(origins(document)).containsExactly("IMPORTED");
        assertThat(state(document)).isEqualTo(new Row(1, 1, 1, ""));
        assertThat(jdbc.sql("select count(*) from document where name = ?")
                        .param(file.name())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        List<String> keys = atOnce(
                List.of(ADA, BEN),
                member -> config(member, document).path("document").path("key").asString());
        assertThat(new HashSet<>(keys)).hasSize(1);
    }

    @Test
    void bothTextsOfTwoWhoOpenedFirstAreSaved() throws Exception {
        SandboxFile file = put(ADA, DEAL, fresh("Both") + ".docx");
        DocumentId document = prepared(ADA, DEAL, file);
        try (HeadlessEditor ada = open(ADA, document);
                HeadlessEditor ben = open(BEN, prepared(BEN, DEAL, file))) {
            ada.addParagraph("from Ada");
            ben.addParagraph("from Ben");
        }
        await().atMost(PATIENCE).until(() -> origins(document).size() == 2);
        awaitPublished(document);
        assertThat(text(only(file.name()))).contains("from Ada", "from Ben");
    }

    @Test
    void anOldFileIdStillFindsItsDocument() throws Exception {
        SandboxFile first = put(ADA, DEAL, fresh("Old id") + ".docx");
        DocumentId document = prepared(ADA, DEAL, first);
        save(ADA, document, "newer");
        awaitPublished(document);
        assertThat(only(first.name()).id()).isNotEqualTo(first.id());
        assertThat(prepared(BEN, DEAL, first)).isEqualTo(document);
        assertThat(prepared(BEN, DEAL, only(first.name()))).isEqualTo(document);
    }

    @Test
    void theSameFileIdOfAnotherCompanyIsAnotherDocument() throws Exception {
        // Each company counts for itself, so the numbers meet somewhere.
        SandboxFile acme = put(ADA, DEAL, fresh("Acme") + ".docx");
        SandboxFile globex = put(GUS, new DealId(1), "Globex.docx");
        while (globex.id() < acme.id()) {
            globex = put(GUS, new DealId(1), "Globex.docx");
        }
        while (acme.id() < globex.id()) {
            acme = put(ADA, DEAL, acme.name());
        }
        assertThat(acme.id()).isEqualTo(globex.id());
        DocumentId ours = prepared(ADA, DEAL, acme);
        DocumentId theirs = prepared(GUS, new DealId(1), globex);
        assertThat(ours).isNotEqualTo(theirs);
        assertThat(prepared(ADA, DEAL, acme)).isEqualTo(ours);
    }

    @Test
    void whatCouldNotBeImportedIsImportedAtTheNextOpening() throws Exception {
        SandboxFile file = put(ADA, DEAL, fresh("Import") + ".docx");
        pipedrive().faults().failNext("GET /files/{id}/download", 404, 1);
        assertThatThrownBy(() -> prepared(ADA, DEAL, file)).isInstanceOf(Refusal.class);
        DocumentId document = jdbc.sql("select id from document where name = ?")
                .param(file.name())
                .query((row, number) -> DocumentId.parse(row.getString(1)))
                .single();
        assertThat(origins(document)).isEmpty();
        assertThat(config(BEN, document).path("editorConfig").path("mode").asString())
                .isEqualTo("edit");
        assertThat(origins(document)).containsExactly("IMPORTED");
    }

    private interface Deed<T> {
        T of(MemberId member) throws Exception;
    }

    private static <T> List<T> atOnce(List<MemberId> members, Deed<T> deed) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (MemberId member : members) {
                running.add(threads.submit(() -> {
                    start.await();
                    return deed.of(member);
                }));
            }
            start.countDown();
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                done.add(one.get());
            }
            return done;
        }
    }

    private DocumentId prepared(MemberId member, DealId deal, SandboxFile file) {
        URI tab = sessions.prepare(member, deal, new Ref("f" + file.id()));
        return DocumentId.parse(tab.getPath().substring(tab.getPath().lastIndexOf('/') + 1));
    }

    private static SandboxFile put(MemberId member, DealId deal, String name) throws IOException {
        try (XWPFDocument words = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            words.createParagraph().createRun().setText("put there in Pipedrive");
            words.write(bytes);
            return pipedrive()
                    .addFile(
                            member.company().value(),
                            deal.value(),
                            member.user().value(),
                            name,
                            bytes.toByteArray());
        }
    }
}
